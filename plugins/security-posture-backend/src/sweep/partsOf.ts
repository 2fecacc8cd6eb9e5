import { Profile } from 'security-posture-engine';
import { PartChange } from '../database/SweepStore';
import { OwnerIndex } from '../resolve/OwnerIndex';
import { Breathe } from './createBreather';
import { tallyEntity } from './tallyEntities';

/** What is known of the subjects of one cluster. */
export interface JudgedCluster {
  readonly owners: OwnerIndex;
  /** The outcomes of a subject that is there, by its key. */
  readonly outcomesOf: (key: string) => string | undefined;
  /** Keys of the images and service accounts that a workload uses. */
  readonly usesOf: (key: string) => readonly string[];
}

/**
 * What a cluster adds to the posture of each entity that owns a workload in it.
 * What several of its workloads use counts once.
 */
export async function partsOf(
  profile: Profile,
  { owners, outcomesOf, usesOf }: JudgedCluster,
  breathe: Breathe,
): Promise<readonly PartChange[]> {
  const parts: PartChange[] = [];
  for (const { entityRef, keys } of owners.entities()) {
    const workloads = keys.filter(key => outcomesOf(key) !== undefined);
    if (workloads.length) {
      const used = new Set(workloads.flatMap(usesOf));
      const outcomes = [...workloads, ...used].flatMap(
        key => outcomesOf(key) ?? [],
      );
      parts.push(tallyEntity(entityRef, workloads.length, outcomes, profile));
    }
    await breathe();
  }
  return parts;
}
