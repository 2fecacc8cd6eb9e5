import {
  addTallies,
  ControlTallies,
  Profile,
  scoredFails,
  SEVERITIES,
} from 'security-posture-engine';
import {
  BlockingCounts,
  ControlCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { ExemptedFailRecord, PosturePart } from '../database/records';
import { profileKey } from '../sweep/tallyEntities';

const COUNTING = SEVERITIES.filter(severity => severity !== 'info');

/** The parts that were counted over this version of the profile: others would be another score. */
export function partsOfProfile(
  parts: readonly PosturePart[],
  profile: Profile,
): readonly PosturePart[] {
  const key = profileKey(profile);
  return parts.filter(part => part.profile === key);
}

/** Workloads over these parts. */
export function countWorkloads(parts: readonly PosturePart[]): number {
  return parts.reduce((sum, part) => sum + part.subjects, 0);
}

/** The tallies of the whole that these parts make, over the profile's controls. */
export function tallyParts(
  parts: readonly PosturePart[],
  profile: Profile,
): ControlTallies {
  const sum = addTallies(parts.map(part => part.tallies));
  return Object.fromEntries(
    Object.entries(sum).filter(([control]) =>
      Object.hasOwn(profile.severities, control),
    ),
  );
}

/** Open failing findings by severity. */
export function countOpen(tallies: ControlTallies): SeverityCounts {
  const open: SeverityCounts = {
    critical: 0,
    high: 0,
    medium: 0,
    low: 0,
    info: 0,
  };
  for (const tally of Object.values(tallies)) {
    for (const severity of SEVERITIES)
      open[severity] += tally.fail[severity] ?? 0;
  }
  return open;
}

/** Open failing findings of these controls, of every severity. */
export function countFails(
  tallies: ControlTallies,
  controls: readonly string[],
): number {
  const failing = controls.flatMap(control =>
    Object.values(tallies[control]?.fail ?? {}),
  );
  return failing.reduce((sum, count) => sum + count, 0);
}

/** Open failing findings that count for readiness, from the tallies that do. */
export function countBlocking(counted: ControlTallies): BlockingCounts {
  const { critical, high } = countOpen(counted);
  return { critical, high };
}

/** Exempted fails by severity. */
export function countExempted(
  exempted: readonly ExemptedFailRecord[],
): SeverityCounts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of exempted) counts[severity] += 1;
  return counts;
}

/**
 * Controls by their state over all workloads: failing where it fails on any, else exempted where it is exempted on any,
 * else not evaluated where it could not be judged on any, else passing where it passes on any, else not applicable.
 * As for the score, a fail of severity info is a note on a pass.
 */
export function countControls(
  tallies: ControlTallies,
  exempted: readonly ExemptedFailRecord[],
): ControlCounts {
  const exemptedControls = new Set(exempted.map(({ control }) => control));
  const counts: ControlCounts = {
    failing: 0,
    exempted: 0,
    passing: 0,
    notEvaluated: 0,
    notApplicable: 0,
  };
  for (const [control, tally] of Object.entries(tallies)) {
    if (COUNTING.some(severity => tally.fail[severity])) counts.failing += 1;
    else if (exemptedControls.has(control)) counts.exempted += 1;
    else if (tally.notEvaluated) counts.notEvaluated += 1;
    else if (tally.pass || tally.fail.info) counts.passing += 1;
    else if (tally.notApplicable) counts.notApplicable += 1;
  }
  return counts;
}

/**
 * Ids of the controls that were judged on all that they apply to and fail nowhere, in order; those that apply to nothing among them.
 * As for the score, a fail of severity info is a note on a pass.
 */
export function passingControls(tallies: ControlTallies): readonly string[] {
  return Object.entries(tallies)
    .filter(
      ([, tally]) =>
        scoredFails(tally) === 0 &&
        tally.notEvaluated === 0 &&
        tally.pass + tally.notApplicable + (tally.fail.info ?? 0) > 0,
    )
    .map(([control]) => control)
    .sort();
}
