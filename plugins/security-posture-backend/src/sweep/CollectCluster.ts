import {
  CollectedCluster,
  CollectProgress,
  ReadStoredWorkloads,
} from '../collect';

/** Brings a cluster home. Rejects with a ClusterReadError where the cluster as a whole does not answer. */
export type CollectCluster = (
  cluster: string,
  options: {
    readonly readStoredWorkloads: ReadStoredWorkloads;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: CollectProgress) => void;
  },
) => Promise<CollectedCluster>;
