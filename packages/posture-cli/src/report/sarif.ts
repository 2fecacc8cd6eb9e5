import {
  findControl,
  SARIF_SCHEMA,
  sarifResult,
  sarifTool,
} from 'security-posture-engine';
import { InputError } from '../input/InputError';
import {
  findingDetails,
  findingTitle,
  lineOf,
  resourceText,
} from './findingText';
import { ReportedFinding } from './reportFinding';

/** What a log is made of. */
export interface SarifContent {
  readonly findings: readonly ReportedFinding[];
  readonly errors: readonly InputError[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Findings as a log of SARIF 2.1.0, with one rule for each control that has any. */
export function sarifLog({ findings, errors, properties }: SarifContent) {
  const ids = [...new Set(findings.map(({ control }) => control))];
  const run = {
    tool: sarifTool(ids.flatMap(id => findControl(id) ?? [])),
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map(notificationOf),
      },
    ],
    results: findings.map(resultOf),
    ...(properties ? { properties } : {}),
  };
  return { $schema: SARIF_SCHEMA, version: '2.1.0', runs: [run] };
}

function resultOf(finding: ReportedFinding) {
  const { source, id } = finding;
  const line = lineOf(finding);
  return sarifResult({
    ...finding,
    message: [findingTitle(finding), ...findingDetails(finding)],
    resource: resourceText(finding),
    ...(source ? { physicalLocation: locationOf(source.file, line) } : {}),
    fingerprint: id,
  });
}

function notificationOf({ file, line, message }: InputError) {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: locationOf(file, line) }],
  };
}

function locationOf(file: string, line: number | undefined) {
  return {
    artifactLocation: { uri: uriOf(file) },
    ...(line === undefined ? {} : { region: { startLine: line } }),
  };
}

/** A path as a URI reference; relative ones stay relative to the root of the repository. */
function uriOf(file: string): string {
  const path = file.split(/[\\/]/).map(encodeURIComponent);
  return path[0] === '' ? `file://${path.join('/')}` : path.join('/');
}
