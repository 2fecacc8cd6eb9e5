import {
  ControlTallies,
  Profile,
  Score,
  scoreTallies,
} from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  PosturePart,
} from '../database/records';
import { countWorkloads, partsOfProfile, tallyParts } from './entityParts';

/** What the parts of an entity add up to. Does not change with time, so that it can be kept as long as they do not. */
export interface EntitySum {
  readonly parts: readonly PosturePart[];
  readonly workloads: number;
  /** Over all its clusters. */
  readonly tallies: ControlTallies;
  /** Of these, what readiness counts: where any cluster of the portal is production, only what runs in such. */
  readonly counted: ControlTallies;
  readonly score: Score;
}

/** Adds up the parts of an entity, and scores all its workloads as one scope. */
export function sumEntity(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  profile: Profile,
): EntitySum {
  const parts = partsOfProfile(record, profile);
  const tallies = tallyParts(parts, profile);
  const production = productionNames(clusters);
  const counted = production.size
    ? parts.filter(part => production.has(part.cluster))
    : parts;
  return {
    parts,
    workloads: countWorkloads(parts),
    tallies,
    counted:
      counted.length === parts.length ? tallies : tallyParts(counted, profile),
    score: scoreTallies(tallies, profile),
  };
}

/** Names of the clusters that are marked production. */
export function productionNames(
  clusters: readonly ClusterRecord[],
): ReadonlySet<string> {
  return new Set(
    clusters.filter(cluster => cluster.production).map(({ name }) => name),
  );
}
