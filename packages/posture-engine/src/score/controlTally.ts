import { Finding } from '../model/finding';
import { Severity, SEVERITIES } from '../model/severity';

/** How many findings there are of each severity; absent means none. */
export type SeverityTally = Readonly<Partial<Record<Severity, number>>>;

/** Outcomes of one control over the subjects of a scope. Tallies of parts add up to that of the whole. */
export interface ControlTally {
  readonly pass: number;
  readonly notApplicable: number;
  readonly notEvaluated: number;
  /** Open fails by the severity of the finding, consequences included. */
  readonly fail: SeverityTally;
  /** Of these, the consequences of other controls, by the id of the cause. */
  readonly consequences?: Readonly<Record<string, SeverityTally>>;
  /** Of these, how many could not be judged again. */
  readonly stale?: number;
}

/** Tallies by control id. */
export type ControlTallies = Readonly<Record<string, ControlTally>>;

/** What a tally needs of a finding. */
export type TalliedFinding = Pick<
  Finding,
  'control' | 'outcome' | 'severity' | 'consequenceOf'
> & {
  /** True for a fail that could not be judged again. */
  readonly stale?: boolean;
};

const EMPTY: ControlTally = Object.freeze({
  pass: 0,
  notApplicable: 0,
  notEvaluated: 0,
  fail: {},
});

/** Counts findings by control. */
export function tallyFindings(
  findings: readonly TalliedFinding[],
): ControlTallies {
  const tallies: Record<string, ControlTally> = {};
  for (const finding of findings) {
    tallies[finding.control] = addFinding(
      tallies[finding.control] ?? EMPTY,
      finding,
    );
  }
  return tallies;
}

/** The tallies of the whole that these parts make. */
export function addTallies(parts: readonly ControlTallies[]): ControlTallies {
  const sum: Record<string, ControlTally> = {};
  for (const part of parts) {
    for (const control of Object.keys(part)) {
      sum[control] = addTally(sum[control] ?? EMPTY, part[control]);
    }
  }
  return sum;
}

/** Open fails over all severities but `info`, which never counts. */
export function scoredFails(tally: ControlTally): number {
  return SEVERITIES.reduce(
    (sum, severity) =>
      severity === 'info' ? sum : sum + (tally.fail[severity] ?? 0),
    0,
  );
}

function addFinding(
  tally: ControlTally,
  finding: TalliedFinding,
): ControlTally {
  if (finding.outcome !== 'fail') {
    return { ...tally, [finding.outcome]: tally[finding.outcome] + 1 };
  }
  const one: SeverityTally = { [finding.severity]: 1 };
  return {
    ...tally,
    fail: addSeverities(tally.fail, one),
    ...(finding.consequenceOf
      ? {
          consequences: addCauses(tally.consequences ?? {}, {
            [finding.consequenceOf]: one,
          }),
        }
      : {}),
    ...(finding.stale ? { stale: (tally.stale ?? 0) + 1 } : {}),
  };
}

function addTally(left: ControlTally, right: ControlTally): ControlTally {
  const stale = (left.stale ?? 0) + (right.stale ?? 0);
  const consequences = addCauses(
    left.consequences ?? {},
    right.consequences ?? {},
  );
  return {
    pass: left.pass + right.pass,
    notApplicable: left.notApplicable + right.notApplicable,
    notEvaluated: left.notEvaluated + right.notEvaluated,
    fail: addSeverities(left.fail, right.fail),
    ...(Object.keys(consequences).length ? { consequences } : {}),
    ...(stale ? { stale } : {}),
  };
}

function addSeverities(
  left: SeverityTally,
  right: SeverityTally,
): SeverityTally {
  const sum: Partial<Record<Severity, number>> = {};
  for (const severity of SEVERITIES) {
    const count = (left[severity] ?? 0) + (right[severity] ?? 0);
    if (count) sum[severity] = count;
  }
  return sum;
}

function addCauses(
  left: Readonly<Record<string, SeverityTally>>,
  right: Readonly<Record<string, SeverityTally>>,
): Readonly<Record<string, SeverityTally>> {
  const causes = [
    ...new Set([...Object.keys(left), ...Object.keys(right)]),
  ].sort();
  return Object.fromEntries(
    causes.map(cause => [
      cause,
      addSeverities(left[cause] ?? {}, right[cause] ?? {}),
    ]),
  );
}
