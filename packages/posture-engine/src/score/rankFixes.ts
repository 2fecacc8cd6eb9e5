import { SEVERITIES, Severity } from '../model/severity';
import {
  ControlTallies,
  ControlTally,
  scoredFails,
  SeverityTally,
} from './controlTally';
import { Profile } from './profile';
import { coverageOf } from './coverageOf';
import { exactScore, Score, scoreOf } from './scoreTallies';

/** What fixing one control for all its subjects changes. */
export interface RankedFix {
  readonly control: string;
  /** Gravest severity among its open fails. */
  readonly severity: Severity;
  /** Points before rounding. */
  readonly gain: number;
  readonly before: Score;
  readonly after: Score;
  /** Open fails of that severity before, over all controls, and how many the fix ends. */
  readonly severityOpen: number;
  readonly severityFewer: number;
  /** Controls that lose fails with it because they follow from it. */
  readonly alsoEnds: readonly string[];
}

/**
 * Open fails ordered by the gain of fixing each for all its subjects, consequences included;
 * then by the number of subjects that one change fixes, then by id. Consequences themselves are no fixes.
 */
export function rankFixes(
  tallies: ControlTallies,
  profile: Profile,
): readonly RankedFix[] {
  const exactBefore = exactScore(tallies, profile);
  const before = scoreOf(exactBefore, coverageOf(tallies, profile));
  return Object.keys(profile.severities)
    .filter(control => tallies[control] && independent(tallies[control]) > 0)
    .map(control => fixOf(control, tallies, profile, before, exactBefore))
    .sort(
      (left, right) =>
        right.gain - left.gain ||
        scoredFails(tallies[right.control]) -
          scoredFails(tallies[left.control]) ||
        (left.control < right.control ? -1 : 1),
    );
}

/** The tallies as they are when a control is fixed everywhere: its fails and their consequences pass. */
export function withoutFails(
  tallies: ControlTallies,
  fixed: string,
): ControlTallies {
  const left: Record<string, ControlTally> = { ...tallies };
  for (const control of Object.keys(tallies)) {
    const caused = tallies[control].consequences?.[fixed];
    if (caused) left[control] = withoutCause(tallies[control], fixed, caused);
  }
  if (tallies[fixed]) left[fixed] = allFixed(tallies[fixed]);
  return left;
}

function fixOf(
  control: string,
  tallies: ControlTallies,
  profile: Profile,
  before: Score,
  exactBefore: number,
): RankedFix {
  const fixed = withoutFails(tallies, control);
  const exactAfter = exactScore(fixed, profile);
  const severity = gravest(tallies[control].fail);
  const severityOpen = openOf(tallies, profile, severity);
  return {
    control,
    severity,
    gain: exactAfter - exactBefore,
    before,
    after: scoreOf(exactAfter, coverageOf(fixed, profile)),
    severityOpen,
    severityFewer: severityOpen - openOf(fixed, profile, severity),
    alsoEnds: Object.keys(tallies).filter(
      other => other !== control && tallies[other].consequences?.[control],
    ),
  };
}

function openOf(
  tallies: ControlTallies,
  profile: Profile,
  severity: Severity,
): number {
  return Object.keys(profile.severities).reduce(
    (sum, control) => sum + (tallies[control]?.fail[severity] ?? 0),
    0,
  );
}

function gravest(fail: SeverityTally): Severity {
  return SEVERITIES.find(severity => fail[severity]) ?? 'info';
}

function independent(tally: ControlTally): number {
  const caused = Object.values(tally.consequences ?? {}).reduce(
    (sum, one) => sum + sumOf(one),
    0,
  );
  return scoredFails(tally) - caused;
}

function sumOf(tally: SeverityTally): number {
  return SEVERITIES.reduce((sum, severity) => sum + (tally[severity] ?? 0), 0);
}

function allFixed(tally: ControlTally): ControlTally {
  const { consequences, stale, ...rest } = tally;
  return { ...rest, pass: tally.pass + sumOf(tally.fail), fail: {} };
}

function withoutCause(
  tally: ControlTally,
  cause: string,
  caused: SeverityTally,
): ControlTally {
  const { [cause]: _, ...others } = tally.consequences!;
  const fail = Object.fromEntries(
    SEVERITIES.map(severity => [
      severity,
      (tally.fail[severity] ?? 0) - (caused[severity] ?? 0),
    ]).filter(([, count]) => (count as number) > 0),
  ) as SeverityTally;
  return {
    ...tally,
    pass: tally.pass + sumOf(caused),
    fail,
    consequences: others,
  };
}
