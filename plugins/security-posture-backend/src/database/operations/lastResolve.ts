import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ClusterSweepState, EndedResolve } from '../ResolveStore';
import { asTime, ClusterRow, ResolveRow } from '../tables';

/** The table of the resolves of the catalog has this row only. */
const ID = 1;

/** How far the sweeps of each listed cluster are, by name. */
export async function listSweepStates(
  knex: Knex,
): Promise<readonly ClusterSweepState[]> {
  const rows = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .orderBy('name')
    .select('name', 'changed_no', 'reported_controls', 'sweep_claim');
  return rows.map(row => ({
    cluster: row.name,
    changed: row.changed_no,
    reported: row.reported_controls,
    isRunning: row.sweep_claim !== null,
  }));
}

/** The resolve of a cluster or of the catalog that began last, where it has ended and no other was under way with it. */
export async function readLastResolve(
  knex: Knex,
  cluster?: string,
): Promise<EndedResolve | undefined> {
  const { table, key } = noteOf(cluster);
  const row = await knex<ResolveRow>(table)
    .where(key)
    .first('digest', 'ended_at');
  const endedAt = asTime(row?.ended_at ?? null);
  if (!row?.digest || endedAt === undefined) return undefined;
  return { digest: row.digest, endedAt };
}

/** Begins a resolve: what the last one was of holds no more. Returns its ticket. */
export async function beginResolve(
  knex: Knex,
  cluster?: string,
): Promise<string> {
  const { table, key } = noteOf(cluster);
  const ticket = randomUUID();
  await knex(table)
    .insert({ ...key, ticket, digest: null, ended_at: null })
    .onConflict(Object.keys(key))
    .merge();
  return ticket;
}

/** Ends a resolve. Where another has begun since, what both wrote may be of two catalogs: nothing is known of either. */
export async function endResolve(
  knex: Knex,
  ticket: string,
  resolve: EndedResolve,
  cluster?: string,
): Promise<void> {
  const { table, key } = noteOf(cluster);
  const ended = await knex(table)
    .where({ ...key, ticket })
    .update({ digest: resolve.digest, ended_at: resolve.endedAt });
  if (ended === 0) await beginResolve(knex, cluster);
}

/** Where the resolves of a cluster are noted, and without one those of the catalog. */
function noteOf(cluster: string | undefined) {
  return cluster === undefined
    ? { table: 'resolves', key: { id: ID } }
    : { table: 'cluster_resolves', key: { cluster } };
}
