import { severityRank } from 'security-posture-engine';
import { EXIT, ExitCode } from '../exitCodes';
import { Io } from '../Io';
import { scanToJson } from '../report/scanToJson';
import { scanToJunit } from '../report/scanToJunit';
import { scanToMarkdown } from '../report/scanToMarkdown';
import { scanToSarif } from '../report/scanToSarif';
import { scanToTable } from '../report/scanToTable';
import { Terminal } from '../report/Terminal';
import { writeReport } from '../report/writeReport';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { readAndJudge } from './readAndJudge';
import { FailLevel, Format, ScanOptions } from './ScanOptions';

const RENDERERS: Readonly<
  Record<Format, (result: ScanResult, terminal: Terminal) => Iterable<string>>
> = {
  table: scanToTable,
  json: scanToJson,
  sarif: scanToSarif,
  junit: scanToJunit,
  markdown: scanToMarkdown,
};

/** `posture scan`: judges manifests and writes the report to the standard output or a file. */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  io: Io,
): Promise<ExitCode> {
  const { format, output, failOn } = options;
  const result = await readAndJudge(paths, options, io);
  await writeReport(
    terminal => RENDERERS[format](result, terminal),
    output,
    io,
  );
  return exitCodeOf(result, failOn);
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
