/** The reference sizes, from a single team to a large company. */
export type ClusterSize = 'S' | 'M' | 'L' | 'XL';

/** What a size means, over all its clusters together. */
export interface SizeNumbers {
  clusters: number;
  workloads: number;
  pods: number;
  /** Components of the catalog. */
  entities: number;
  groups: number;
  nodesPerCluster: number;
}

export const clusterSizes: Record<ClusterSize, SizeNumbers> = {
  S: {
    clusters: 2,
    workloads: 60,
    pods: 180,
    entities: 25,
    groups: 6,
    nodesPerCluster: 3,
  },
  M: {
    clusters: 3,
    workloads: 3_000,
    pods: 10_000,
    entities: 1_000,
    groups: 80,
    nodesPerCluster: 30,
  },
  L: {
    clusters: 10,
    workloads: 20_000,
    pods: 60_000,
    entities: 5_000,
    groups: 300,
    nodesPerCluster: 50,
  },
  XL: {
    clusters: 50,
    workloads: 100_000,
    pods: 300_000,
    entities: 20_000,
    groups: 1_200,
    nodesPerCluster: 50,
  },
};

/** Components per system, and systems per domain. */
export const systemSize = 5;
export const domainSize = 5;
