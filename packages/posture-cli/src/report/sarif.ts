import {
  Control,
  findControl,
  LIBRARY_VERSION,
  Outcome,
  Severity,
} from 'security-posture-engine';
import { InputError } from '../input/InputError';
import {
  findingDetails,
  findingTitle,
  lineOf,
  resourceText,
} from './findingText';
import { ReportedFinding } from './reportFinding';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** What code hosts order by, 0 to 10. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

const KINDS: Readonly<Record<Outcome, string>> = {
  fail: 'fail',
  notEvaluated: 'open',
  pass: 'pass',
  notApplicable: 'notApplicable',
};

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
    tool: {
      driver: {
        name: 'posture',
        version: LIBRARY_VERSION,
        rules: ids.flatMap(id => {
          const control = findControl(id);
          return control ? [ruleOf(control)] : [];
        }),
      },
    },
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map(notificationOf),
      },
    ],
    results: findings.map(resultOf),
    ...(properties ? { properties } : {}),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function ruleOf({ id, title, why, fix, severity }: Control) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', 'kubernetes'],
      'security-severity': SECURITY_SEVERITIES[severity],
    },
  };
}

function resultOf(finding: ReportedFinding) {
  const { control, outcome, severity, source, id } = finding;
  const details = findingDetails(finding);
  const line = lineOf(finding);
  return {
    ruleId: control,
    kind: KINDS[outcome],
    level: outcome === 'fail' ? LEVELS[severity] : 'none',
    message: { text: [findingTitle(finding), ...details].join('\n') },
    locations: [
      {
        ...(source ? { physicalLocation: locationOf(source.file, line) } : {}),
        logicalLocations: [
          { fullyQualifiedName: resourceText(finding), kind: 'resource' },
        ],
      },
    ],
    partialFingerprints: { 'postureFinding/v1': id },
  };
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
