/**
 * Extension points of the Security Posture backend, and its API as a service for other backend plugins.
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
export { controlFacts } from './controlFacts';
export type { ControlFact } from './controlFacts';
export type { ReportImporter } from './ReportImporter';
export { securityPostureClusterReaderExtensionPoint } from './securityPostureClusterReaderExtensionPoint';
export type {
  AddedClusterReader,
  SecurityPostureClusterReaderExtensionPoint,
} from './securityPostureClusterReaderExtensionPoint';
export { securityPostureControlsExtensionPoint } from './securityPostureControlsExtensionPoint';
export type { SecurityPostureControlsExtensionPoint } from './securityPostureControlsExtensionPoint';
export { securityPostureImportersExtensionPoint } from './securityPostureImportersExtensionPoint';
export type {
  AddedImporter,
  SecurityPostureImportersExtensionPoint,
} from './securityPostureImportersExtensionPoint';
export { securityPostureProfilesExtensionPoint } from './securityPostureProfilesExtensionPoint';
export type {
  AddedProfile,
  SecurityPostureProfilesExtensionPoint,
} from './securityPostureProfilesExtensionPoint';
export { securityPostureReadinessPoliciesExtensionPoint } from './securityPostureReadinessPoliciesExtensionPoint';
export type {
  AddedReadinessPolicy,
  ReadinessPolicy,
  SecurityPostureReadinessPoliciesExtensionPoint,
} from './securityPostureReadinessPoliciesExtensionPoint';
export { readYamlDocuments } from 'security-posture-engine';
export type { YamlDocument } from 'security-posture-engine';
export { securityPostureServiceRef } from './securityPostureServiceRef';
export type { SecurityPostureService } from './securityPostureServiceRef';
