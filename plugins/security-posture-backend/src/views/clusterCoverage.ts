import { ClusterCoverage } from 'backstage-plugin-security-posture-common';
import { ReadinessThresholds } from 'security-posture-engine';
import { ClusterRecord, GapRecord } from '../database/records';
import { isoTime, timeAt } from './isoTime';

/** What was not looked at in a cluster, and why; `gaps` are those of all clusters. */
export function clusterCoverage(
  cluster: ClusterRecord,
  gaps: readonly GapRecord[],
  { freshness }: ReadinessThresholds,
  now: number,
): ClusterCoverage {
  const { name, title, state, reason, lastSuccessAt } = cluster;
  return {
    cluster: name,
    ...(title ? { title } : {}),
    state,
    ...(reason ? { reason } : {}),
    ...timeAt('lastSuccessAt', lastSuccessAt),
    stale: lastSuccessAt === undefined || now - lastSuccessAt > freshness,
    gaps: gaps
      .filter(gap => gap.cluster === name)
      .map(gap => ({
        control: gap.control,
        reason: gap.reason,
        since: isoTime(gap.since),
      })),
  };
}
