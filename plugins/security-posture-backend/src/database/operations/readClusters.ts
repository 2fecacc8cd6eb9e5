import { Knex } from 'knex';
import { ReasonCode } from 'security-posture-engine';
import {
  ClusterRecord,
  SweepList,
  SweepProgress,
  SweepRecord,
  SweepStatus,
} from '../records';
import { asTime, ClusterRow, SweepRow } from '../tables';

/** Clusters by name, gone ones left out. */
export async function listClusters(
  knex: Knex,
): Promise<readonly ClusterRecord[]> {
  const rows = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .orderBy('name');
  return rows.map(toClusterRecord);
}

/** A cluster that is still configured. */
export async function getCluster(
  knex: Knex,
  name: string,
): Promise<ClusterRecord | undefined> {
  const row = await knex<ClusterRow>('clusters')
    .where({ name })
    .whereNull('gone_at')
    .first();
  return row && toClusterRecord(row);
}

/** A cluster that is no longer configured, as long as it is remembered. */
export async function getGoneCluster(
  knex: Knex,
  name: string,
): Promise<ClusterRecord | undefined> {
  const row = await knex<ClusterRow>('clusters')
    .where({ name })
    .whereNotNull('gone_at')
    .first();
  return row && toClusterRecord(row);
}

/** The last sweep of every cluster, running or not. */
export async function listLastSweeps(
  knex: Knex,
): Promise<ReadonlyMap<string, SweepRecord>> {
  const newest = knex<SweepRow>('sweeps')
    .groupBy('cluster')
    .select('cluster')
    .max({ newest: 'started_at' });
  const rows: SweepRow[] = await knex({ s: 'sweeps' })
    .join(newest.as('n'), join =>
      join.on('n.cluster', 's.cluster').andOn('n.newest', 's.started_at'),
    )
    .select('s.*');
  return new Map(rows.map(row => [row.cluster, toSweepRecord(row)]));
}

/** The last sweep of a cluster, running or not. */
export async function getLastSweep(
  knex: Knex,
  cluster: string,
): Promise<SweepRecord | undefined> {
  const row = await knex<SweepRow>('sweeps')
    .where({ cluster })
    .orderBy('started_at', 'desc')
    .first();
  return row && toSweepRecord(row);
}

/** A cluster as its row says. */
export function toClusterRecord(row: ClusterRow): ClusterRecord {
  return {
    name: row.name,
    ...(row.title === null ? {} : { title: row.title }),
    authProvider: row.auth_provider,
    ...(row.version === null ? {} : { version: row.version }),
    production: Boolean(row.production),
    state: row.state as ClusterRecord['state'],
    ...(row.state_reason === null
      ? {}
      : { reason: row.state_reason as ReasonCode }),
    ...timeOf('failingSince', row.failing_since),
    sweepNo: row.sweep_no,
    ...timeOf('lastSuccessAt', row.last_success_at),
    ...timeOf('goneAt', row.gone_at),
  };
}

/** A sweep as its row says. */
export function toSweepRecord(row: SweepRow): SweepRecord {
  return {
    id: row.id,
    cluster: row.cluster,
    number: row.sweep_no,
    trigger: row.trigger as SweepRecord['trigger'],
    startedAt: asTime(row.started_at)!,
    ...timeOf('finishedAt', row.finished_at),
    status: row.status as SweepStatus,
    ...(row.reason === null ? {} : { reason: row.reason as ReasonCode }),
    progress: JSON.parse(row.progress) as SweepProgress,
    lists: JSON.parse(row.lists) as SweepList[],
  };
}

function timeOf<Key extends string>(
  key: Key,
  value: number | string | null,
): { [K in Key]?: number } {
  const time = asTime(value);
  return (time === undefined ? {} : { [key]: time }) as { [K in Key]?: number };
}
