import { Knex } from 'knex';

/** When each cluster was last swept completely before a time, as far as its sweeps are kept. */
export async function listSweptAt(
  knex: Knex,
  at: number,
): Promise<ReadonlyMap<string, number>> {
  const rows: { cluster: string; last: number | string }[] = await knex(
    'sweeps',
  )
    .where('status', 'complete')
    .andWhere('finished_at', '<=', at)
    .groupBy('cluster')
    .select('cluster')
    .max({ last: 'finished_at' });
  return new Map(rows.map(({ cluster, last }) => [cluster, Number(last)]));
}
