import {
  Readiness,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';
import {
  ControlTallies,
  ReadinessReason as EngineReason,
  readinessOf,
} from 'security-posture-engine';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { allowedClusters } from './entityClusters';
import { isoTime } from './isoTime';
import { PostureSettings } from './PostureSettings';
import { productionNames } from './sumEntity';

/**
 * What the production gate answers for an entity, and why (scoring.md). `counted` are the tallies that count for it.
 * Where any cluster of the portal is marked production, only such clusters must be fresh;
 * else a cluster that admits users only, which nobody can sweep, need not be.
 */
export function entityReadiness(
  record: EntityPostureRecord,
  counted: ControlTallies,
  clusters: readonly ClusterRecord[],
  { profile, thresholds }: PostureSettings,
  now: number,
): {
  readonly readiness: Readiness;
  readonly reasons: ReadinessReason[];
} {
  const production = productionNames(clusters);
  const counting = allowedClusters(record, clusters).filter(cluster =>
    production.size
      ? cluster.production
      : cluster.state !== 'needsUserCredentials',
  );
  const recency = counting.map(({ name, lastSuccessAt }) => ({
    cluster: name,
    lastSuccessAt,
  }));
  const { readiness, reasons } = readinessOf(
    counted,
    profile,
    recency,
    now,
    thresholds,
  );
  return {
    readiness,
    reasons: reasons.map(reason => reasonView(reason, counting)),
  };
}

/** A reason with what is known of its cluster. */
function reasonView(
  reason: EngineReason,
  clusters: readonly ClusterRecord[],
): ReadinessReason {
  if (reason.kind !== 'staleCluster' && reason.kind !== 'neverSweptCluster')
    return reason;
  const { cluster } = reason;
  const why = clusters.find(({ name }) => name === cluster)?.reason;
  return {
    kind: reason.kind,
    cluster,
    ...(reason.kind === 'staleCluster'
      ? { since: isoTime(reason.lastSuccessAt) }
      : {}),
    ...(why ? { reason: why } : {}),
  };
}
