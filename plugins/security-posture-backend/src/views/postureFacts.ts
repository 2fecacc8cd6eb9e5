import {
  factName,
  PostureFacts,
} from 'backstage-plugin-security-posture-common';
import { EntityFacts } from '../database/OrganisationReader';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { allowedClusters } from './entityClusters';
import { entityRow } from './entityRow';
import { entityState } from './entityState';
import { PostureSettings } from './PostureSettings';

/** The facts of an entity that has a posture. */
export function postureFacts(
  entity: EntityFacts,
  clusters: readonly ClusterRecord[],
  { profile, thresholds }: PostureSettings,
  now: number,
): PostureFacts {
  const row = entityRow(entity, clusters, thresholds, now);
  const passing = new Set(entity.passing);
  return {
    entityRef: row.entityRef,
    state: row.state,
    readiness: row.readiness,
    score: row.score.value,
    raw: row.raw.value,
    grade: row.score.grade,
    coverage: row.score.coverage,
    open: row.open,
    workloads: row.workloads,
    controls: Object.fromEntries(
      Object.keys(profile.severities).map(control => [
        factName(control),
        passing.has(control),
      ]),
    ),
    scanAgeSeconds: secondsSince(row.lastSuccessAt, now),
    clustersFailed: row.staleClusters.length,
  };
}

/** The facts of an entity that has no posture yet, as nothing is known of it. */
export function unknownFacts(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  settings: PostureSettings,
  now: number,
): PostureFacts {
  const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const entity: EntityFacts = {
    entityRef: record.entityRef,
    state: entityState(record, 0, clusters),
    readiness: 'unknown',
    raw: null,
    effective: null,
    coverage: null,
    open: { ...none },
    exempted: { ...none },
    blocking: { critical: 0, high: 0 },
    workloads: 0,
    clusters: allowedClusters(record, clusters).map(({ name }) => name),
    passing: [],
  };
  return postureFacts(entity, clusters, settings, now);
}

function secondsSince(time: string | undefined, now: number): number | null {
  if (time === undefined) return null;
  return Math.max(0, Math.floor((now - Date.parse(time)) / 1_000));
}
