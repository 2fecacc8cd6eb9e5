export { ClusterDrift } from './ClusterDrift';
export type { ClusterDriftProps, DriftChoice } from './ClusterDrift';
