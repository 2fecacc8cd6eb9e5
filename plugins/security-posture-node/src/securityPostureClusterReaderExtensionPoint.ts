import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ClusterReader } from './ClusterReader';

/** A cluster reader that a module brings along. */
export interface AddedClusterReader {
  /** Who adds it. */
  readonly module: string;
  /** What `securityPosture.clusters.reader` chooses it by. `kubernetes` is taken. */
  readonly id: string;
  readonly reader: ClusterReader;
}

/** Brings cluster readers beside the one that reads through the kubernetes plugin. */
export interface SecurityPostureClusterReaderExtensionPoint {
  /**
   * Adds a reader, before the plugin starts. One reader reads all clusters: the one that the configuration names; else
   * the one that was added, else that of the kubernetes plugin. Two that are added without a choice stop the start.
   *
   * Throws, with a sentence that names the module, where the id is taken or is none.
   */
  addClusterReader(added: AddedClusterReader): void;
}

/** The extension point through which a backend module adds a cluster reader. */
export const securityPostureClusterReaderExtensionPoint =
  createExtensionPoint<SecurityPostureClusterReaderExtensionPoint>({
    id: 'security-posture.cluster-reader',
  });
