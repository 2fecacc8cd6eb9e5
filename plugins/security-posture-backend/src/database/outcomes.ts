import {
  Finding,
  NotApplicableReason,
  NotEvaluatedReason,
  ReasonCode,
  Severity,
  TalliedFinding,
} from 'security-posture-engine';

/** The outcomes of every control on one subject, as its row keeps them. */
export interface StoredOutcomes {
  /** Controls that pass. */
  p: string[];
  /** Controls that are not applicable, by reason. */
  x: Partial<Record<NotApplicableReason, string[]>>;
  /** Controls that could not be judged, by reason. */
  e: Partial<Record<NotEvaluatedReason, string[]>>;
  /** Controls that fail: severity, cause, and 1 where it could not be judged again. */
  f: Record<string, { s: Severity; c?: string; t?: 1 }>;
}

/** What is stored of a finding's outcome. */
export type OutcomeOfFinding = Pick<
  Finding,
  'control' | 'outcome' | 'reason' | 'severity' | 'consequenceOf'
> & {
  readonly stale?: boolean;
};

/** The outcomes of one subject as JSON. The same findings give the same text. */
export function encodeOutcomes(findings: readonly OutcomeOfFinding[]): string {
  const stored: StoredOutcomes = { p: [], x: {}, e: {}, f: {} };
  for (const finding of [...findings].sort(byControl)) addTo(stored, finding);
  return JSON.stringify(stored);
}

/** An outcome as stored; only a fail has a severity of its own. */
export type DecodedOutcome = TalliedFinding & Pick<Finding, 'reason'>;

/** The outcomes of one subject, ready to be counted. */
export function decodeOutcomes(json: string): readonly DecodedOutcome[] {
  const stored = JSON.parse(json) as StoredOutcomes;
  return [
    ...stored.p.map(control => ({
      control,
      outcome: 'pass' as const,
      severity: 'info' as const,
    })),
    ...decodeReasons('notApplicable', stored.x),
    ...decodeReasons('notEvaluated', stored.e),
    ...Object.entries(stored.f).map(([control, { s, c, t }]) => ({
      control,
      outcome: 'fail' as const,
      severity: s,
      ...(c ? { consequenceOf: c } : {}),
      ...(t ? { stale: true } : {}),
    })),
  ];
}

/** True where at least one control could be judged on the subject. */
export function hasVerdict(json: string): boolean {
  return decodeOutcomes(json).some(
    ({ outcome, stale }) => outcome !== 'notEvaluated' && !stale,
  );
}

function addTo(
  stored: StoredOutcomes,
  {
    control,
    outcome,
    reason,
    severity,
    consequenceOf,
    stale,
  }: OutcomeOfFinding,
) {
  if (outcome === 'pass') stored.p.push(control);
  else if (outcome === 'fail') {
    stored.f[control] = {
      s: severity,
      ...(consequenceOf ? { c: consequenceOf } : {}),
      ...(stale ? { t: 1 } : {}),
    };
  } else if (outcome === 'notApplicable') {
    (stored.x[reason as NotApplicableReason] ??= []).push(control);
  } else (stored.e[reason as NotEvaluatedReason] ??= []).push(control);
}

function decodeReasons(
  outcome: 'notApplicable' | 'notEvaluated',
  byReason: Partial<Record<ReasonCode, string[]>>,
): DecodedOutcome[] {
  const entries = Object.entries(byReason) as [ReasonCode, string[]][];
  return entries.flatMap(([reason, controls]) =>
    controls.map(control => ({
      control,
      outcome,
      reason,
      severity: 'info',
    })),
  );
}

function byControl(left: OutcomeOfFinding, right: OutcomeOfFinding): number {
  return left.control < right.control ? -1 : 1;
}
