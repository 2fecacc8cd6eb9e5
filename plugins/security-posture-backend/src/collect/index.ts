export { collectCluster } from './collectCluster';
export type { CollectedCluster, CollectOptions } from './collectCluster';
export type { UnreadWorkloadKind } from './collectWorkloads';
export { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';
export type { CollectedList, CollectProgress } from './ListCollector';
export { preflightCluster } from './preflight/preflightCluster';
export type { ClusterPreflight } from './preflight/preflightCluster';
export { ClusterProbe } from './probe/ClusterProbe';
export type { ReadStoredWorkloads } from './WorkloadCollection';
