import { Knex } from 'knex';
import { ClusterRow } from '../tables';
import { NewChange, saveChange } from './saveChange';

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
    await syncCluster(knex, cluster, rows.get(cluster.name), now);
  const names = new Set(listed.map(cluster => cluster.name));
  const gone = [...rows.values()].filter(
    row => row.gone_at === null && !names.has(row.name),
  );
  for (const { name } of gone)
    await updateCluster(knex, name, { gone_at: now }, [
      { at: now, what: 'clusterGone', cluster: name },
    ]);
}

async function syncCluster(
  knex: Knex,
  cluster: ListedCluster,
  row: ClusterRow | undefined,
  now: number,
): Promise<void> {
  const columns = {
    title: cluster.title ?? null,
    auth_provider: cluster.authProvider,
    production: cluster.production,
    gone_at: null,
    ...stateOf(cluster, row),
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
    return;
  }
  const changed = differing(row, columns);
  if (Object.keys(changed).length)
    await updateCluster(knex, row.name, changed, changesOf(row, changed, now));
}

/** What of a cluster's columns is worth remembering. */
function changesOf(
  row: ClusterRow,
  changed: Partial<ClusterRow>,
  now: number,
): readonly NewChange[] {
  const change = { at: now, cluster: row.name };
  return [
    ...('gone_at' in changed
      ? [{ ...change, what: 'clusterReturned' as const }]
      : []),
    ...('production' in changed
      ? [
          {
            ...change,
            what: 'productionChanged' as const,
            from: String(Boolean(row.production)),
            to: String(changed.production),
          },
        ]
      : []),
  ];
}

async function updateCluster(
  knex: Knex,
  name: string,
  columns: Partial<ClusterRow>,
  changes: readonly NewChange[],
): Promise<void> {
  await knex.transaction(async transaction => {
    await transaction<ClusterRow>('clusters').where({ name }).update(columns);
    for (const change of changes) await saveChange(transaction, change);
  });
}

/** The state is what sweeps made it, unless the cluster admits users only, or did until now. */
function stateOf(
  { scannable }: ListedCluster,
  row: ClusterRow | undefined,
): Partial<Pick<ClusterRow, 'state' | 'state_reason'>> {
  if (!scannable) return { state: 'needsUserCredentials', state_reason: null };
  if (row && row.state !== 'needsUserCredentials') return {};
  return {
    state: row && row.sweep_no > 0 ? 'scanned' : 'neverScanned',
    state_reason: null,
  };
}

/** The columns that differ, and no other: a sweep may write the rest at the same time. */
function differing(
  row: ClusterRow,
  columns: Partial<ClusterRow>,
): Partial<ClusterRow> {
  const entries = Object.entries(columns) as [keyof ClusterRow, unknown][];
  return Object.fromEntries(
    entries.filter(([column, value]) =>
      column === 'production'
        ? Boolean(row[column]) !== value
        : row[column] !== value,
    ),
  );
}
