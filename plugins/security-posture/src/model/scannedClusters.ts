import type {
  ClusterFreshness,
  EntityPosture,
} from 'backstage-plugin-security-posture-common';

/** True where the workloads of the cluster were ever counted. Elsewhere their number is unknown, not 0. */
export function wasScanned({
  lastSuccessAt,
  workloads,
}: ClusterFreshness): boolean {
  return lastSuccessAt !== undefined || workloads > 0;
}

/** Names of the clusters that a mapping looks in, apart by whether workloads were ever counted there. */
export interface MappedClusters {
  scanned: string[];
  unscanned: string[];
}

/** Parts the clusters of a mapping. Both keep their order. */
export function mappedClusters({
  mapping,
  clusters,
}: Pick<EntityPosture, 'mapping' | 'clusters'>): MappedClusters {
  const names = mapping.query?.clusters ?? [];
  const unscanned = clusters
    .filter(cluster => !wasScanned(cluster))
    .map(({ cluster }) => cluster);
  return {
    scanned: names.filter(name => !unscanned.includes(name)),
    unscanned: names.filter(name => unscanned.includes(name)),
  };
}
