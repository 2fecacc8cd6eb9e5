import { Knex } from 'knex';
import { chunksOf } from '../../chunks';
import { coveredFails } from '../coveredFails';

/** Exemptions that may cover something: those that wait would if they were approved. */
export const OPEN_STATES = ['pending', 'approved'] as const;

/** How many open findings each of these exemptions covers, or would if it were approved; those that cover none are left out. */
export async function countCovered(
  knex: Knex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const chunk of chunksOf(ids)) {
    const rows: { exemption_id: string; covered: number | string }[] =
      await coveredFails(knex, query =>
        query.whereIn('x.id', chunk).whereIn('x.state', [...OPEN_STATES]),
      )
        .groupBy('v.exemption_id')
        .select('v.exemption_id')
        .countDistinct({ covered: 'v.finding_id' });
    for (const row of rows) counts.set(row.exemption_id, Number(row.covered));
  }
  return counts;
}
