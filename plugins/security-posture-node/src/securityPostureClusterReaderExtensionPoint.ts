import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ClusterReader } from './ClusterReader';

/** Puts another cluster reader in the place of the one that reads through the kubernetes plugin. */
export interface SecurityPostureClusterReaderExtensionPoint {
  /** Throws where a reader was set before: only one can read. */
  setClusterReader(clusterReader: ClusterReader): void;
}

/** The extension point through which a backend module sets the cluster reader. */
export const securityPostureClusterReaderExtensionPoint =
  createExtensionPoint<SecurityPostureClusterReaderExtensionPoint>({
    id: 'security-posture.cluster-reader',
  });
