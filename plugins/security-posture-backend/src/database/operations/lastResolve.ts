import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ClusterSweepState, EndedResolve } from '../ResolveStore';
import { asTime, ClusterRow, ResolveRow } from '../tables';

/** The table has this row only. */
const ID = 1;

/** How far the sweeps of each listed cluster are, by name. */
export async function listSweepStates(
  knex: Knex,
): Promise<readonly ClusterSweepState[]> {
  const rows = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .orderBy('name')
    .select('name', 'sweep_no', 'sweep_claim');
  return rows.map(row => ({
    cluster: row.name,
    published: row.sweep_no,
    isRunning: row.sweep_claim !== null,
  }));
}

/** The resolve that began last, where it has ended and no other was under way with it. */
export async function readLastResolve(
  knex: Knex,
): Promise<EndedResolve | undefined> {
  const row = await resolves(knex).first('digest', 'ended_at');
  const endedAt = asTime(row?.ended_at ?? null);
  if (!row?.digest || endedAt === undefined) return undefined;
  return { digest: row.digest, endedAt };
}

/** Begins a resolve: what the last one was of holds no more. Returns its ticket. */
export async function beginResolve(knex: Knex): Promise<string> {
  const ticket = randomUUID();
  await knex<ResolveRow>('resolves')
    .insert({ id: ID, ticket, digest: null, ended_at: null })
    .onConflict('id')
    .merge();
  return ticket;
}

/** Ends a resolve. Where another has begun since, what both wrote may be of two catalogs: nothing is known of either. */
export async function endResolve(
  knex: Knex,
  ticket: string,
  resolve: EndedResolve,
): Promise<void> {
  const ended = await resolves(knex)
    .where({ ticket })
    .update({ digest: resolve.digest, ended_at: resolve.endedAt });
  if (ended === 0) await beginResolve(knex);
}

function resolves(knex: Knex) {
  return knex<ResolveRow>('resolves').where({ id: ID });
}
