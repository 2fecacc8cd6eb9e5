import {
  ControlTallies,
  coverageOf,
  LIBRARY_VERSION,
  Profile,
  scoredFails,
} from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
} from '../database/records';
import { FailingControl, PostureValues } from '../database/RollupStore';
import { profileKey } from '../sweep/tallyEntities';
import {
  countBlocking,
  countControls,
  countExempted,
  countOpen,
  passingControls,
} from '../views/entityParts';
import { entityState } from '../views/entityState';
import { EntitySum, sumEntity } from '../views/sumEntity';

/** The posture of an entity as its parts add up now. */
export function entityValues(
  record: EntityPostureRecord,
  exempted: readonly ExemptedFailRecord[],
  clusters: readonly ClusterRecord[],
  profile: Profile,
): PostureValues {
  const sum = sumEntity(record, clusters, profile, exempted);
  return {
    ...valuesOf(sum, profile),
    state: entityState(record, sum.workloads, clusters),
    subjects: sum.workloads,
  };
}

/** What a sum says of any scope. */
export function valuesOf(
  { raw, effective, exempted, parts }: EntitySum,
  profile: Profile,
): Omit<PostureValues, 'state' | 'subjects'> {
  return {
    profile: profileKey(profile),
    library: parts[0]?.library ?? LIBRARY_VERSION,
    raw: raw.score.value,
    effective: effective.score.value,
    coverage: raw.score.coverage,
    countedCoverage: coverageOf(effective.counted, profile),
    open: countOpen(effective.tallies),
    exempted: countExempted(exempted),
    blocking: countBlocking(effective.counted),
    rawBlocking: countBlocking(raw.counted),
    ...(exempted.length
      ? { exemptedUntil: Math.min(...exempted.map(({ until }) => until)) }
      : {}),
    controls: { ...countControls(effective.tallies, exempted) },
    failing: failingControls(effective.tallies, exempted),
    passing: passingControls(effective.tallies),
  };
}

function failingControls(
  tallies: ControlTallies,
  exempted: readonly ExemptedFailRecord[],
): Readonly<Record<string, FailingControl>> {
  const failing: Record<string, { open: number; exempted: number }> = {};
  for (const [control, tally] of Object.entries(tallies)) {
    const open = scoredFails(tally);
    if (open) failing[control] = { open, exempted: 0 };
  }
  for (const { control } of exempted) {
    failing[control] ??= { open: 0, exempted: 0 };
    failing[control].exempted += 1;
  }
  return failing;
}
