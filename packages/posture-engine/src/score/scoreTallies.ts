import { Severity, SEVERITIES, SEVERITY_WEIGHTS } from '../model/severity';
import { ControlTallies, ControlTally, scoredFails } from './controlTally';
import { coverageOf } from './coverageOf';
import { Profile } from './profile';

/** The letter of a band of the score. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/** A score. `value` and `grade` are null where nothing, or less than half, was judged. */
export interface Score {
  /** 0 to 100. */
  readonly value: number | null;
  readonly grade: Grade | null;
  /** 0 to 1: how much of what should be judged was; null where there was nothing to judge. */
  readonly coverage: number | null;
}

/** Below this coverage there is no score. */
export const LEAST_COVERAGE = 0.5;

const BANDS: Readonly<
  Record<Exclude<Severity, 'info'>, readonly [low: number, high: number]>
> = {
  critical: [0, 39],
  high: [40, 69],
  medium: [70, 89],
  low: [90, 99],
};

/**
 * The score of a scope (scoring.md): the worst open fail sets the band,
 * how many more are open, weighed by severity, decides the place in it.
 */
export function scoreTallies(tallies: ControlTallies, profile: Profile): Score {
  return scoreOf(exactScore(tallies, profile), coverageOf(tallies, profile));
}

/** An exact score as it is told at a coverage. */
export function scoreOf(exact: number, coverage: number | null): Score {
  if (coverage === null || coverage < LEAST_COVERAGE)
    return { value: null, grade: null, coverage };
  const value = Math.floor(exact);
  return { value, grade: gradeOf(value), coverage };
}

/** The score before rounding down, so that two fixes can be compared. Takes no account of coverage. */
export function exactScore(tallies: ControlTallies, profile: Profile): number {
  const scored = Object.keys(profile.severities).filter(
    control => tallies[control],
  );
  const worst = worstOpen(scored.map(control => tallies[control]));
  if (!worst)
    return scored.some(control => tallies[control].notEvaluated > 0) ? 99 : 100;
  const load = scored.reduce(
    (sum, control) =>
      sum +
      SEVERITY_WEIGHTS[profile.severities[control]] *
        Math.log2(1 + scoredFails(tallies[control])),
    0,
  );
  const [low, high] = BANDS[worst];
  return low + (high - low) / (1 + load / (4 * SEVERITY_WEIGHTS[worst]));
}

/** The grade of a score that was rounded down. */
export function gradeOf(value: number): Grade {
  if (value >= 100) return 'A';
  if (value >= 90) return 'B';
  if (value >= 70) return 'C';
  return value >= 40 ? 'D' : 'F';
}

/** Gravest severity of an open fail that is no consequence of another. */
function worstOpen(
  tallies: readonly ControlTally[],
): Exclude<Severity, 'info'> | undefined {
  return SEVERITIES.filter(
    (severity): severity is Exclude<Severity, 'info'> => severity !== 'info',
  ).find(severity =>
    tallies.some(tally => independentFails(tally, severity) > 0),
  );
}

function independentFails(tally: ControlTally, severity: Severity): number {
  const caused = Object.values(tally.consequences ?? {}).reduce(
    (sum, bySeverity) => sum + (bySeverity[severity] ?? 0),
    0,
  );
  return (tally.fail[severity] ?? 0) - caused;
}
