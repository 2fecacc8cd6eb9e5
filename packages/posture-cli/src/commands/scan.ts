import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { severityRank } from 'security-posture-engine';
import { EXIT, ExitCode } from '../exitCodes';
import { InputError } from '../input/InputError';
import { ManifestIndex } from '../input/ManifestIndex';
import { Input, readManifests } from '../input/readManifests';
import { Io } from '../Io';
import { printable } from '../report/printable';
import { scanToJson } from '../report/scanToJson';
import { scanToTable } from '../report/scanToTable';
import { Terminal, terminalOf } from '../report/Terminal';
import { JudgedSubject } from '../scan/JudgedSubject';
import { judgeInput } from '../scan/judgeInput';
import { planScan } from '../scan/planScan';
import { ScanResult } from '../scan/ScanResult';
import { scoreOf } from '../scan/scoreOf';
import { UsageError } from '../UsageError';
import { writeTexts } from '../writeTexts';
import { DEFAULT_OUTCOMES, FailLevel, ScanOptions } from './ScanOptions';

/**
 * `posture scan`: judges manifests and writes the report to the standard output or a file.
 * What could not be read is told on the standard error, and does not keep the rest from being judged.
 */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  io: Io,
): Promise<ExitCode> {
  const plan = planScan(options);
  const input = await readManifests(paths, io.stdin, options.output);
  const judgements = judgeInput(input.manifests, plan, Date.now());
  tellProblems(input, io);
  const result: ScanResult = {
    ...judgements,
    kubernetesVersion: plan.kubernetesVersion,
    resources: input.resources,
    outcomes: options.outcomes ?? DEFAULT_OUTCOMES,
    score: plan.scored ? scoreOf(judgements.scored) : null,
    errors: input.errors,
    places: new ManifestIndex(input.manifests),
  };
  await writeReport(result, options, io);
  return exitCodeOf(result, options.failOn);
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

async function writeReport(
  result: ScanResult,
  { format, output }: Pick<ScanOptions, 'format' | 'output'>,
  io: Io,
): Promise<void> {
  if (output === undefined) {
    const terminal = terminalOf(io.stdout, io.env);
    await writeTexts(io.stdout, render(result, format, terminal));
  } else {
    await writeFile(output, render(result, format, terminalOf({}, io.env)));
  }
}

function render(
  result: ScanResult,
  format: ScanOptions['format'],
  terminal: Terminal,
): Iterable<string> {
  return format === 'json' ? scanToJson(result) : scanToTable(result, terminal);
}

async function writeFile(file: string, texts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  try {
    await writeTexts(stream, texts);
    stream.end();
    await finished(stream);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new UsageError(`${file} cannot be written (${code}).`);
  }
}

function exitCodeOf(
  { subjects, errors }: ScanResult,
  failOn: FailLevel,
): ExitCode {
  if (errors.length) return EXIT.unusable;
  return fails(subjects, failOn) ? EXIT.findings : EXIT.clean;
}

function fails(subjects: readonly JudgedSubject[], failOn: FailLevel): boolean {
  if (failOn === 'none') return false;
  return subjects.some(({ findings }) =>
    findings.some(
      ({ outcome, severity }) =>
        outcome === 'fail' && severityRank(severity) <= severityRank(failOn),
    ),
  );
}
