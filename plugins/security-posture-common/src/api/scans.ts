import type { ReasonCode } from 'security-posture-engine';

/** How far a scan is; `waiting` until a sweep takes it. */
export type ScanState = 'waiting' | 'running' | 'finished' | 'failed';

/** A kind that a scan could not read, and why. */
export interface UnreadKind {
  /** Plural name: `clusterroles`. */
  resource: string;
  reason: ReasonCode;
}

/** How far the scan of one cluster is. */
export interface ClusterScanView {
  cluster: string;
  state: ScanState;
  /** Lists that were read or refused, and lists to read. */
  listsRead: number;
  listsTotal: number;
  objectsRead: number;
  /** Why it failed. */
  reason?: ReasonCode;
  /** Kinds that it could not read: findings that rest on them are stale or not evaluated. None while it runs. */
  unread: UnreadKind[];
  /** ISO time. */
  finishedAt?: string;
}

/** A scan that somebody asked for. It may span clusters; it is finished when all are. */
export interface ScanView {
  id: string;
  state: ScanState;
  /** ISO time. */
  requestedAt: string;
  clusters: ClusterScanView[];
}
