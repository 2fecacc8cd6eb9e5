import { SeverityCounts } from 'backstage-plugin-security-posture-common';
import { SweepRecord } from './records';

/** The posture of a cluster now. Scores are 0 to 100, coverage 0 to 1. */
export interface ClusterPostureRecord {
  readonly profile: string;
  readonly library: string;
  readonly raw: number | null;
  readonly effective: number | null;
  readonly coverage: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
}

/** Where a page of sweeps ends: the last one's begin, in epoch milliseconds, and its id. */
export interface SweepPosition {
  readonly startedAt: number;
  readonly id: string;
}

/** Reads what pages on clusters show beside their state. */
export interface ClusterDetailsReader {
  /** Postures of clusters by name; those of which nothing was judged are left out. */
  listClusterPostures(): Promise<ReadonlyMap<string, ClusterPostureRecord>>;
  /** Sweeps of a cluster, newest first, beginning behind a position. */
  listSweeps(
    cluster: string,
    page: { readonly after?: SweepPosition; readonly limit: number },
  ): Promise<readonly SweepRecord[]>;
}
