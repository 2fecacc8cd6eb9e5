import {
  EntityRow,
  StaleCluster,
} from 'backstage-plugin-security-posture-common';
import { ReadinessThresholds } from 'security-posture-engine';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { clustersOfEntity } from './entityClusters';
import { countBlocking, countOpen } from './entityParts';
import { isoTime, timeAt } from './isoTime';
import { judgeEntity } from './judgeEntity';
import { PostureSettings } from './PostureSettings';
import { EntitySum } from './sumEntity';

/** One row of the organisation's list. */
export function entityRow(
  record: EntityPostureRecord,
  sum: EntitySum,
  clusters: readonly ClusterRecord[],
  settings: PostureSettings,
  now: number,
): EntityRow {
  const judged = judgeEntity(record, sum, clusters, settings, now);
  const home = clustersOfEntity(record, clusters);
  const { title, owner, system, lifecycle } = record;
  return {
    entityRef: record.entityRef,
    ...(title ? { title } : {}),
    ...(owner ? { owner } : {}),
    ...(system ? { system } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    state: judged.state,
    readiness: judged.readiness,
    score: judged.score,
    open: countOpen(judged.tallies),
    blocking: countBlocking(judged.counted),
    workloads: judged.workloads,
    ...oldestSuccess(home),
    staleClusters: home
      .filter(cluster => isStale(cluster, settings.thresholds, now))
      .map(staleCluster),
  };
}

/** The one of those that had a complete sweep; the others are stale and named. */
function oldestSuccess(
  clusters: readonly ClusterRecord[],
): Pick<EntityRow, 'lastSuccessAt'> {
  const times = clusters.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  if (times.length === 0) return {};
  return { lastSuccessAt: isoTime(Math.min(...times)) };
}

/** A cluster that admits users only, which nobody can sweep, is missed only where it is production or was swept once. */
function isStale(
  { state, production, lastSuccessAt }: ClusterRecord,
  { freshness }: ReadinessThresholds,
  now: number,
): boolean {
  if (state === 'needsUserCredentials' && !production && !lastSuccessAt)
    return false;
  return (
    state !== 'scanned' ||
    lastSuccessAt === undefined ||
    now - lastSuccessAt > freshness
  );
}

function staleCluster(cluster: ClusterRecord): StaleCluster {
  const { name, title, state, lastSuccessAt } = cluster;
  return {
    cluster: name,
    ...(title ? { title } : {}),
    state,
    ...timeAt('lastSuccessAt', lastSuccessAt),
  };
}
