import {
  ClusterScanView,
  ScanState,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { ReasonCode } from 'security-posture-engine';
import {
  ClusterRecord,
  ScanRecord,
  SweepProgress,
  SweepRecord,
} from '../database/records';
import { isoTime, timeAt } from './isoTime';

const SWEEP_STATES: Readonly<Record<SweepRecord['status'], ScanState>> = {
  running: 'running',
  complete: 'finished',
  partial: 'finished',
  failed: 'failed',
};

/**
 * How far a scan is. It is over when every cluster is; one that failed anywhere has failed.
 * A cluster that nobody can sweep any more, because it went or admits users only, fails the scan instead of being waited for.
 */
export function scanView(
  scan: ScanRecord,
  clusters: readonly ClusterRecord[],
): ScanView {
  const known = new Map(clusters.map(cluster => [cluster.name, cluster]));
  const views = scan.clusters.map(({ cluster, sweep }) =>
    sweep ? sweptView(sweep) : waitingView(cluster, known.get(cluster)),
  );
  return {
    id: scan.id,
    state: overallState(views.map(({ state }) => state)),
    requestedAt: isoTime(scan.requestedAt),
    clusters: views,
  };
}

function overallState(states: readonly ScanState[]): ScanState {
  if (states.every(state => state === 'waiting')) return 'waiting';
  if (states.some(state => state === 'running' || state === 'waiting'))
    return 'running';
  return states.includes('failed') ? 'failed' : 'finished';
}

function sweptView(sweep: SweepRecord): ClusterScanView {
  return {
    cluster: sweep.cluster,
    state: SWEEP_STATES[sweep.status],
    ...progressOf(sweep),
    ...(sweep.reason ? { reason: sweep.reason } : {}),
    unread: sweep.lists.flatMap(({ resource, reason }) =>
      reason ? { resource, reason } : [],
    ),
    ...timeAt('finishedAt', sweep.finishedAt),
  };
}

/** What is kept of the progress is what was last told of it; a sweep that published says itself what it read. */
function progressOf({ status, progress, lists }: SweepRecord): SweepProgress {
  if (SWEEP_STATES[status] !== 'finished') return progress;
  return {
    listsRead: lists.length,
    listsTotal: lists.length,
    objectsRead: lists.reduce((sum, { objects = 0 }) => sum + objects, 0),
  };
}

function waitingView(
  cluster: string,
  record: ClusterRecord | undefined,
): ClusterScanView {
  const reason = whyNeverSwept(record);
  return {
    cluster,
    state: reason ? 'failed' : 'waiting',
    listsRead: 0,
    listsTotal: 0,
    objectsRead: 0,
    ...(reason ? { reason } : {}),
    unread: [],
  };
}

function whyNeverSwept(
  record: ClusterRecord | undefined,
): ReasonCode | undefined {
  if (!record) return 'unreachable';
  return record.state === 'needsUserCredentials'
    ? 'needsUserCredentials'
    : undefined;
}
