import {
  formatKubernetesVersion,
  LIBRARY_VERSION,
} from 'security-posture-engine';
import { ScanResult } from '../scan/ScanResult';
import { listedSubjects } from './listedSubjects';
import { reportFinding } from './reportFinding';

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
  yield* findingsOf(result);
  yield '],\n';
  yield property('score', result.score);
  yield `  "errors": ${JSON.stringify(result.errors)}\n}\n`;
}

function* findingsOf(result: ScanResult): Generator<string> {
  let separator = '\n    ';
  for (const subject of listedSubjects(result)) {
    for (const finding of subject.findings) {
      if (!result.outcomes.includes(finding.outcome)) continue;
      const reported = reportFinding(finding, subject, result);
      yield separator + JSON.stringify(reported);
      separator = ',\n    ';
    }
  }
  if (separator.startsWith(',')) yield '\n  ';
}

function property(name: string, value: unknown): string {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
}
