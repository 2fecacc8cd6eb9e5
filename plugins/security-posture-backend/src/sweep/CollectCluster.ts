import { Inventory, NotEvaluatedReason } from 'security-posture-engine';
import { SweepList } from '../database/records';

/** What was brought home from a cluster. */
export interface CollectedCluster {
  readonly inventory: Inventory;
  /** As the API server says it. */
  readonly serverVersion: string;
  readonly lists: readonly SweepList[];
  /** Kinds of workload that could not be listed, with the reason. */
  readonly unreadKinds: ReadonlyMap<string, NotEvaluatedReason>;
}

/** Brings a cluster home. Rejects with a ClusterReadError where the cluster as a whole does not answer. */
export type CollectCluster = (
  cluster: string,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (lists: readonly SweepList[]) => void;
  },
) => Promise<CollectedCluster>;
