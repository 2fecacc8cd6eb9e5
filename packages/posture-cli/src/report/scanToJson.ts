import {
  formatKubernetesVersion,
  LIBRARY_VERSION,
} from 'security-posture-engine';
import { ScanResult } from '../scan/ScanResult';
import { reportedFindings } from './reportedFindings';

/** The report of a scan as JSON, `posture.scan/v1`: one line per finding, piece by piece, for it may be large. */
export function* scanToJson(result: ScanResult): Generator<string> {
  yield '{\n';
  yield property('schema', 'posture.scan/v1');
  yield property(
    'kubernetesVersion',
    formatKubernetesVersion(result.kubernetesVersion),
  );
  yield property('library', LIBRARY_VERSION);
  yield property('resources', result.resources);
  yield '  "findings": [';
  yield* linesOf(reportedFindings(result));
  yield '],\n';
  yield property('score', result.score);
  yield `  "errors": ${JSON.stringify(result.errors)}\n}\n`;
}

/** Values of a list, one a line. */
export function* linesOf(values: Iterable<unknown>): Generator<string> {
  let separator = '\n    ';
  for (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ',\n    ';
  }
  if (separator.startsWith(',')) yield '\n  ';
}

/** A property of the report, with a comma behind it. */
export function property(name: string, value: unknown): string {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
}
