import { Knex } from 'knex';
import { ClusterRow } from '../tables';

/** A cluster as the kubernetes plugin lists it, with what the configuration says of it. */
export interface ListedCluster {
  readonly name: string;
  readonly title?: string;
  readonly authProvider: string;
  readonly production: boolean;
  /** False where it admits users only. */
  readonly scannable: boolean;
}

/** Writes the clusters that differ; those that are no longer listed get `gone_at`, and lose it when they come back. */
export async function syncClusters(
  knex: Knex,
  listed: readonly ListedCluster[],
  now: number,
): Promise<void> {
  const rows = new Map(
    (await knex<ClusterRow>('clusters')).map(row => [row.name, row]),
  );
  for (const cluster of listed)
    await syncCluster(knex, cluster, rows.get(cluster.name));
  const names = new Set(listed.map(cluster => cluster.name));
  const gone = [...rows.values()].filter(
    row => row.gone_at === null && !names.has(row.name),
  );
  if (gone.length === 0) return;
  await knex<ClusterRow>('clusters')
    .whereIn(
      'name',
      gone.map(row => row.name),
    )
    .update({ gone_at: now });
}

async function syncCluster(
  knex: Knex,
  cluster: ListedCluster,
  row: ClusterRow | undefined,
): Promise<void> {
  const state = stateOf(cluster, row);
  const columns = {
    title: cluster.title ?? null,
    auth_provider: cluster.authProvider,
    production: cluster.production,
    state,
    state_reason: state === row?.state ? row.state_reason : null,
    gone_at: null,
  };
  if (!row) {
    await knex('clusters')
      .insert({
        name: cluster.name,
        version: null,
        failing_since: null,
        sweep_no: 0,
        last_success_at: null,
        ...columns,
      })
      .onConflict('name')
      .ignore();
  } else if (differs(row, columns)) {
    await knex<ClusterRow>('clusters')
      .where({ name: cluster.name })
      .update(columns);
  }
}

function stateOf(cluster: ListedCluster, row: ClusterRow | undefined): string {
  if (!cluster.scannable) return 'needsUserCredentials';
  if (row && row.state !== 'needsUserCredentials') return row.state;
  return row && row.sweep_no > 0 ? 'scanned' : 'neverScanned';
}

function differs(row: ClusterRow, columns: Partial<ClusterRow>): boolean {
  return (Object.keys(columns) as (keyof ClusterRow)[]).some(column =>
    column === 'production'
      ? Boolean(row[column]) !== columns[column]
      : row[column] !== columns[column],
  );
}
