import { EXIT, ExitCode } from '../exitCodes';
import { compareInput } from '../gate/compareInput';
import { Comparison, GateResult, Verdict } from '../gate/GateResult';
import { liveRef } from '../gate/liveRef';
import { Portal } from '../gate/Portal';
import { readLive } from '../gate/readLive';
import { Io } from '../Io';
import { gateToJson } from '../report/gateToJson';
import { gateToJunit } from '../report/gateToJunit';
import { gateToMarkdown } from '../report/gateToMarkdown';
import { gateToSarif } from '../report/gateToSarif';
import { gateToTable } from '../report/gateToTable';
import { Terminal } from '../report/Terminal';
import { writeReport } from '../report/writeReport';
import { UsageError } from '../UsageError';
import { GateOptions } from './GateOptions';
import { readAndJudge } from './readAndJudge';
import { Format } from './ScanOptions';

const RENDERERS: Readonly<
  Record<Format, (result: GateResult, terminal: Terminal) => Iterable<string>>
> = {
  table: gateToTable,
  json: gateToJson,
  sarif: gateToSarif,
  junit: gateToJunit,
  markdown: gateToMarkdown,
};

/**
 * `posture gate`: judges rendered manifests, and blocks on failures that the live entity does not have.
 * What could not be judged or compared never passes.
 */
export async function gate(
  paths: readonly string[],
  options: GateOptions,
  io: Io,
): Promise<ExitCode> {
  const { failOn, format, output } = options;
  const entity = liveRef(options.entity);
  const portal = new Portal({
    url: options.portal,
    token: tokenOf(options, io),
    timeoutSeconds: options.timeout,
  });
  const scan = await readAndJudge(paths, { ...options, scope: 'workload' }, io);
  const live = await readLive(portal, entity, Date.now());
  const comparison = compareInput(scan, live, failOn);
  const verdict = verdictOf(comparison);
  const { entityRef } = entity;
  const result = { ...comparison, entityRef, failOn, verdict, scan };
  await writeReport(
    terminal => RENDERERS[format](result, terminal),
    output,
    io,
  );
  if (scan.errors.length) return EXIT.unusable;
  return verdict === 'pass' ? EXIT.clean : EXIT.findings;
}

function tokenOf({ tokenEnv }: GateOptions, { env }: Io): string {
  const token = env[tokenEnv]?.trim();
  if (!token)
    throw new UsageError(
      `The environment variable ${tokenEnv} holds no token. Name the one that does with --token-env.`,
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      `What the environment variable ${tokenEnv} holds is no token.`,
    );
  return token;
}

function verdictOf({ failures, unknown }: Comparison): Verdict {
  if (failures.some(({ blocks }) => blocks)) return 'block';
  return unknown.length ? 'unknown' : 'pass';
}
