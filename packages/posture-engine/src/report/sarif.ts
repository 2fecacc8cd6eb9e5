import { LIBRARY_VERSION } from '../library/version';
import { Control } from '../model/control';
import { Outcome } from '../model/outcome';
import { Severity } from '../model/severity';

/** The schema that logs name, as code hosts know it. */
export const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

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

/** What a result of SARIF 2.1.0 says of a finding. */
export interface SarifFinding {
  readonly control: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  /** What it says first, and what it rests on. */
  readonly message: readonly string[];
  /** The object in words: `Deployment shop/web`. */
  readonly resource: string;
  /** Where that is in a file, as SARIF has it. */
  readonly physicalLocation?: object;
  /** The same for the same finding in every log. */
  readonly fingerprint: string;
}

/** A finding as a result of SARIF 2.1.0. */
export function sarifResult(finding: SarifFinding) {
  const { control, outcome, severity, physicalLocation, resource } = finding;
  return {
    ruleId: control,
    kind: KINDS[outcome],
    level: outcome === 'fail' ? LEVELS[severity] : 'none',
    message: { text: finding.message.join('\n') },
    locations: [
      {
        ...(physicalLocation ? { physicalLocation } : {}),
        logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'postureFinding/v1': finding.fingerprint },
  };
}

/** The tool of a run of SARIF 2.1.0, with the version of the library that judged, and one rule for each control. */
export function sarifTool(
  controls: readonly Control[],
  version: string = LIBRARY_VERSION,
) {
  return {
    driver: {
      name: 'posture',
      version,
      rules: controls.map(ruleOf),
    },
  };
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
