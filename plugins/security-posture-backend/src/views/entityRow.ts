import {
  EntityRow,
  ScoreView,
  StaleCluster,
} from 'backstage-plugin-security-posture-common';
import { gradeOf, ReadinessThresholds } from 'security-posture-engine';
import { ListedEntity } from '../database/OrganisationReader';
import { ClusterRecord } from '../database/records';
import { isoTime, timeAt } from './isoTime';

/** One row of the organisation's list. */
export function entityRow(
  { clusters: names, raw, effective, coverage, ...listed }: ListedEntity,
  clusters: readonly ClusterRecord[],
  thresholds: ReadinessThresholds,
  now: number,
): EntityRow {
  const home = clusters.filter(({ name }) => names.includes(name));
  return {
    ...listed,
    score: scoreView(effective, coverage),
    raw: scoreView(raw, coverage),
    ...oldestSuccess(home),
    staleClusters: home
      .filter(cluster => isStale(cluster, thresholds, now))
      .map(staleCluster),
  };
}

/** A stored score with its letter. */
export function scoreView(
  value: number | null,
  coverage: number | null,
): ScoreView {
  return { value, grade: value === null ? null : gradeOf(value), coverage };
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
