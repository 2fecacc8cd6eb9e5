import { Knex } from 'knex';
import { ReasonCode } from 'security-posture-engine';
import { GapRecord } from '../records';
import { asTime, GapRow } from '../tables';

/** Gaps of these clusters that were open at a time; without a time those that are open in their published sweeps. */
export async function listGaps(
  knex: Knex,
  clusters: readonly string[],
  at?: number,
): Promise<readonly GapRecord[]> {
  const rows: GapRow[] = await knex({ g: 'gaps' })
    .join({ c: 'clusters' }, 'c.name', 'g.cluster')
    .whereIn('g.cluster', [...clusters])
    .modify(whereGapOpen, at)
    .orderBy(['g.cluster', 'g.control_id', 'g.reason'])
    .select('g.*');
  return rows.map(row => ({
    cluster: row.cluster,
    control: row.control_id,
    reason: row.reason as ReasonCode,
    since: asTime(row.since)!,
  }));
}

function whereGapOpen(query: Knex.QueryBuilder, at: number | undefined): void {
  query.andWhereRaw('g.since_no <= c.sweep_no').andWhere(open => {
    open.whereNull('g.until_no').orWhereRaw('g.until_no > c.sweep_no');
    if (at !== undefined) open.orWhere('g.until', '>', at);
  });
  if (at !== undefined) query.andWhere('g.since', '<=', at);
}
