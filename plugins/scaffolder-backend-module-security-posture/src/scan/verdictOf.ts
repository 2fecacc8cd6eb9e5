import type {
  EvaluatedFinding,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';

/** Severities from which on a finding may block; `none` blocks nothing. */
export const FAIL_LEVELS = [
  'critical',
  'high',
  'medium',
  'low',
  'none',
] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** By what a template goes on. */
export interface ScanRules {
  readonly failOn: FailLevel;
  /** Whether what the live entity fails already lets the template go on. */
  readonly onlyNew: boolean;
  readonly requireReady: boolean;
}

/** What the manifests come to. */
export interface ScanVerdict {
  readonly verdict: 'pass' | 'block';
  /** Gravest first. */
  readonly blocking: readonly EvaluatedFinding[];
  /** Why it is blocked, in sentences without a full stop; empty for a pass. */
  readonly reasons: readonly string[];
}

/** Findings that a sentence names. */
const NAMED = 3;

/** Whether manifests let a template go on. What is not known does not, unless `failOn` is `none`. */
export function verdictOf(
  answer: EvaluateResponse,
  rules: ScanRules,
): ScanVerdict {
  const blocking = answer.findings.filter(finding => blocks(finding, rules));
  const reasons = [
    ...(blocking.length ? [blockingWords(blocking)] : []),
    ...(rules.failOn === 'none' ? [] : unknownWords(answer, rules)),
    ...(rules.requireReady && answer.readiness !== 'ready'
      ? [readinessWords(answer)]
      : []),
  ];
  return { verdict: reasons.length ? 'block' : 'pass', blocking, reasons };
}

function blocks(
  { outcome, severity, standing, exempted }: EvaluatedFinding,
  { failOn, onlyNew }: ScanRules,
): boolean {
  if (outcome !== 'fail' || exempted) return false;
  if (onlyNew && standing === 'alreadyFailing') return false;
  return rankOf(severity) <= rankOf(failOn) && failOn !== 'none';
}

/** Severity info, which FAIL_LEVELS does not have, is below all. */
function rankOf(severity: string): number {
  const rank = (FAIL_LEVELS as readonly string[]).indexOf(severity);
  return rank < 0 ? FAIL_LEVELS.length : rank;
}

function blockingWords(blocking: readonly EvaluatedFinding[]): string {
  const named = blocking
    .slice(0, NAMED)
    .map(
      ({ severity, title, resource }) =>
        `${severity}: ${title} (${resource.kind} ${resource.name})`,
    );
  const rest = blocking.length - named.length;
  return `${named.join('; ')}${rest ? `; and ${rest} more` : ''}`;
}

function unknownWords(
  answer: EvaluateResponse,
  { failOn }: ScanRules,
): readonly string[] {
  const thrown = answer.findings.filter(
    ({ reason }) => reason === 'controlError',
  );
  return [
    ...(answer.reasons.some(({ kind }) => kind === 'nothingEvaluated')
      ? ['There is nothing to judge in the manifests']
      : []),
    ...thrown.map(
      ({ control, resource }) =>
        `${control} could not be evaluated on ${resource.kind} ${resource.name}`,
    ),
    ...(namesAll(answer, failOn)
      ? []
      : [
          'There are more findings than can be looked at: scan fewer manifests at once',
        ]),
  ];
}

/** Whether every finding that could block is among those that the answer names, the gravest of them first. */
function namesAll(
  { findings, findingsTotal }: EvaluateResponse,
  failOn: FailLevel,
): boolean {
  const last = findings.at(-1);
  return (
    findings.length === findingsTotal ||
    last?.outcome !== 'fail' ||
    rankOf(last.severity) > rankOf(failOn)
  );
}

function readinessWords({ readiness, open }: EvaluateResponse): string {
  return readiness === 'unknown'
    ? 'It is not known whether the manifests are ready for production'
    : `The manifests are not ready for production: ${open.critical} critical and ${open.high} high findings`;
}
