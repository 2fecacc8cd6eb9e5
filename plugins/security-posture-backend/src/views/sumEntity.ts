import {
  ControlTallies,
  Profile,
  Score,
  scoreTallies,
  withoutExempted,
} from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
  PosturePart,
} from '../database/records';
import { countWorkloads, partsOfProfile, tallyParts } from './entityParts';

/** Tallies with their score. */
export interface ScoredTallies {
  /** Over all clusters. */
  readonly tallies: ControlTallies;
  /** Of these, what readiness counts: where any cluster of the portal is production, only what runs in such. */
  readonly counted: ControlTallies;
  readonly score: Score;
}

/** What the parts of an entity add up to. Does not change with time, but for exemptions that end. */
export interface EntitySum {
  readonly parts: readonly PosturePart[];
  readonly workloads: number;
  /** As it is found. */
  readonly raw: ScoredTallies;
  /** With exempted fails taken as passes: what gates go by. */
  readonly effective: ScoredTallies;
  /** The exempted fails of the profile's controls. */
  readonly exempted: readonly ExemptedFailRecord[];
}

/** Adds up the parts of an entity, and scores all its workloads as one scope. */
export function sumEntity(
  record: Pick<EntityPostureRecord, 'parts'>,
  clusters: readonly ClusterRecord[],
  profile: Profile,
  exempted: readonly ExemptedFailRecord[],
): EntitySum {
  const production = productionNames(clusters);
  const known = new Set(clusters.map(({ name }) => name));
  return scoreParts(
    record.parts,
    exempted.filter(({ cluster }) => known.has(cluster)),
    profile,
    cluster => production.size === 0 || production.has(cluster),
  );
}

/** Adds up parts and scores them as one scope; readiness counts those of the clusters that `counts` says. */
export function scoreParts(
  allParts: readonly PosturePart[],
  allExempted: readonly ExemptedFailRecord[],
  profile: Profile,
  counts: (cluster: string) => boolean = () => true,
): EntitySum {
  const parts = partsOfProfile(allParts, profile);
  const exempted = allExempted.filter(
    ({ control }) => control in profile.severities,
  );
  const inCounted = ({ cluster }: { cluster: string }) => counts(cluster);
  const raw = scored(
    tallyParts(parts, profile),
    tallyParts(parts.filter(inCounted), profile),
    profile,
  );
  return {
    parts,
    workloads: countWorkloads(parts),
    raw,
    effective: exempted.length
      ? scored(
          withoutExempted(raw.tallies, exempted),
          withoutExempted(raw.counted, exempted.filter(inCounted)),
          profile,
        )
      : raw,
    exempted,
  };
}

function scored(
  tallies: ControlTallies,
  counted: ControlTallies,
  profile: Profile,
): ScoredTallies {
  return { tallies, counted, score: scoreTallies(tallies, profile) };
}

/** Names of the clusters that are marked production. */
export function productionNames(
  clusters: readonly ClusterRecord[],
): ReadonlySet<string> {
  return new Set(
    clusters.filter(cluster => cluster.production).map(({ name }) => name),
  );
}
