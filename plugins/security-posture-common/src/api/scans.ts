import type { ReasonCode } from 'security-posture-engine';

/** How far a scan is; `waiting` until a sweep takes it. */
export type ScanState = 'waiting' | 'running' | 'finished' | 'failed';

/** How far the scan of one cluster is. */
export interface ClusterScanView {
  cluster: string;
  state: ScanState;
  /** Lists read and lists to read. */
  listsRead: number;
  listsTotal: number;
  objectsRead: number;
  /** Why it failed. */
  reason?: ReasonCode;
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
