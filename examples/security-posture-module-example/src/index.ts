/**
 * An example of a backend module that extends Security Posture.
 *
 * @packageDocumentation
 */
export { DirectClusterReader } from './DirectClusterReader';
export type { DirectCluster } from './DirectClusterReader';
export { securityPostureModuleExample as default } from './module';
