import { EntityRow } from 'backstage-plugin-security-posture-common';
import { ReadinessThresholds } from 'security-posture-engine';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { countBlocking, countOpen } from './entityParts';
import { isoTime } from './isoTime';
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
  const names = new Set(judged.parts.map(part => part.cluster));
  const home = clusters.filter(({ name }) => names.has(name));
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
      .map(({ name }) => name),
  };
}

/** Nothing where one of them never had a complete sweep. */
function oldestSuccess(
  clusters: readonly ClusterRecord[],
): Pick<EntityRow, 'lastSuccessAt'> {
  const times = clusters.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  if (times.length === 0 || times.length < clusters.length) return {};
  return { lastSuccessAt: isoTime(Math.min(...times)) };
}

function isStale(
  { state, lastSuccessAt }: ClusterRecord,
  { freshness }: ReadinessThresholds,
  now: number,
): boolean {
  return (
    state !== 'scanned' ||
    lastSuccessAt === undefined ||
    now - lastSuccessAt > freshness
  );
}
