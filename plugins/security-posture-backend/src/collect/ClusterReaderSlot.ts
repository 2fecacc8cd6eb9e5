import {
  ClusterReader,
  SecurityPostureClusterReaderExtensionPoint,
} from 'backstage-plugin-security-posture-node';

/** Holds the cluster reader that a backend module set, if any did. */
export class ClusterReaderSlot
  implements SecurityPostureClusterReaderExtensionPoint
{
  private clusterReader: ClusterReader | undefined;

  setClusterReader(clusterReader: ClusterReader): void {
    if (this.clusterReader)
      throw new Error(
        'A cluster reader is set already: only one backend module may call setClusterReader.',
      );
    this.clusterReader = clusterReader;
  }

  get(): ClusterReader | undefined {
    return this.clusterReader;
  }
}
