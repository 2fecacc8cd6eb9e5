import { InputError } from '../input/InputError';
import { ManifestIndex } from '../input/ManifestIndex';
import { Input, readManifests } from '../input/readManifests';
import { Io } from '../Io';
import { printable } from '../report/printable';
import { judgeInput } from '../scan/judgeInput';
import { planScan } from '../scan/planScan';
import { ScanResult } from '../scan/ScanResult';
import { scoreOf } from '../scan/scoreOf';
import { DEFAULT_OUTCOMES, ScanOptions } from './ScanOptions';

/**
 * Reads manifests and judges them. What could not be read is told on the standard error, and does not keep the rest from being judged.
 */
export async function readAndJudge(
  paths: readonly string[],
  options: Omit<ScanOptions, 'format' | 'failOn'>,
  io: Io,
): Promise<ScanResult> {
  const plan = planScan(options);
  const input = await readManifests(paths, io.stdin, options.output);
  const judgements = judgeInput(input.manifests, plan, Date.now());
  tellProblems(input, io);
  return {
    ...judgements,
    kubernetesVersion: plan.kubernetesVersion,
    resources: input.resources,
    outcomes: options.outcomes ?? DEFAULT_OUTCOMES,
    score: plan.scored ? scoreOf(judgements) : null,
    errors: input.errors,
    places: new ManifestIndex(input.manifests),
  };
}

function tellProblems({ errors, emptyFolders }: Input, io: Io): void {
  for (const folder of emptyFolders)
    io.stderr.write(
      `${printable(folder)}: There is no .yaml, .yml or .json file below it.\n`,
    );
  for (const error of errors) io.stderr.write(`${inputErrorText(error)}\n`);
}

function inputErrorText({ file, document, line, message }: InputError): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const which = document === undefined ? '' : ` (document ${document})`;
  return `${printable(place)}: ${printable(message)}${which}`;
}
