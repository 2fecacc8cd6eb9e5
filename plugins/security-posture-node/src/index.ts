/**
 * Extension points of the Security Posture backend.
 *
 * @packageDocumentation
 */
export { ClusterReadError, isClusterReadError } from './ClusterReadError';
export type { ReadFailure, ReadFailureReach } from './ClusterReadError';
export type {
  ClusterDescription,
  ClusterReader,
  ListOptions,
  ListPage,
  RawObject,
  ReadOptions,
} from './ClusterReader';
export { securityPostureClusterReaderExtensionPoint } from './securityPostureClusterReaderExtensionPoint';
export type { SecurityPostureClusterReaderExtensionPoint } from './securityPostureClusterReaderExtensionPoint';
