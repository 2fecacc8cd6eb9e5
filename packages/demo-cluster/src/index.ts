/**
 * Kubernetes API servers in memory, for the demo, tests and benchmarks.
 *
 * @packageDocumentation
 */
export { startDemoCluster, defaultKubernetesVersion } from './startDemoCluster';
export type { DemoClusterOptions } from './startDemoCluster';
export type { DemoCluster } from './DemoCluster';
export type { ClusterShape } from './ClusterState';
export type { Fault, FaultType, ActiveFault } from './faults/Fault';
export type { Faults } from './faults/Faults';
export type { LoggedRequest, RequestLog } from './server/RequestLog';
export type { AccessRule, DemoToken } from './server/AccessRule';
export type { Labels, Manifest, ObjectReference } from './objects/Manifest';
export type { ManifestSource } from './objects/ManifestSource';
export { parseManifests } from './load/parseManifests';
export { loadFolder } from './load/loadFolder';
export { loadPages } from './load/loadPages';
export type { ServerPages } from './load/loadPages';
export { freshClusterNames, writtenCluster } from './written/writtenClusters';
export type {
  WrittenCluster,
  WrittenClusterName,
} from './written/writtenClusters';
export { loadLiveCluster } from './written/loadLiveCluster';
export type { LiveCluster } from './written/loadLiveCluster';
export { materialise } from './live/materialise';
export type { LiveOptions } from './live/LiveContext';
export { generateCluster } from './generator/generateCluster';
export { changesOfDay } from './generator/changesOfDay';
export { generateCatalogEntities } from './generator/generateCatalogEntities';
export type { CatalogEntity } from './generator/generateCatalogEntities';
export type { GeneratorSpec } from './generator/GeneratorSpec';
export { clusterSizes } from './generator/sizes';
export type { ClusterSize, SizeNumbers } from './generator/sizes';
export { clusterName } from './generator/names';
export { demoClusterCommand } from './process/demoClusterCommand';
export type { DemoClusterCommand } from './process/demoClusterCommand';
