import { coverageOf, Profile, scoredFails } from 'security-posture-engine';
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
import { EntitySum, ScoredTallies, sumEntity } from '../views/sumEntity';
import { blockingControls } from './blockingControls';

/** By what a posture is summed up. */
export interface Measure {
  readonly profile: Profile;
  /** Version of the library that stands for a scope of which nothing was judged. */
  readonly library: string;
}

/** The posture of an entity as its parts add up now. */
export function entityValues(
  record: EntityPostureRecord,
  exempted: readonly ExemptedFailRecord[],
  clusters: readonly ClusterRecord[],
  measure: Measure,
): PostureValues {
  const sum = sumEntity(record, clusters, measure.profile, exempted);
  return {
    ...valuesOf(sum, measure),
    state: entityState(record, sum.workloads, clusters),
    subjects: sum.workloads,
  };
}

/** What a sum says of any scope. */
export function valuesOf(
  { raw, effective, exempted, parts }: EntitySum,
  { profile, library }: Measure,
): Omit<PostureValues, 'state' | 'subjects'> {
  return {
    profile: profileKey(profile),
    library: parts[0]?.library ?? library,
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
    failing: failingControls(effective, exempted),
    passing: passingControls(effective.tallies),
  };
}

function failingControls(
  { tallies, counted }: ScoredTallies,
  exempted: readonly ExemptedFailRecord[],
): Readonly<Record<string, FailingControl>> {
  const blocking = blockingControls(counted);
  const failing: Record<string, FailingControl> = {};
  for (const [control, tally] of Object.entries(tallies)) {
    const open = scoredFails(tally);
    const blocks = blocking.get(control);
    if (open)
      failing[control] = { open, exempted: 0, ...(blocks ? { blocks } : {}) };
  }
  for (const { control } of exempted) {
    const found = failing[control] ?? { open: 0, exempted: 0 };
    failing[control] = { ...found, exempted: found.exempted + 1 };
  }
  return failing;
}
