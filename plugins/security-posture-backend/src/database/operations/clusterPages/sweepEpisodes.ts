import { Knex } from 'knex';
import { SweepEpisodes } from '../../ClusterDetailsReader';
import { FindingRow } from '../../tables';

interface CountRow {
  readonly number: number;
  readonly count: number | string;
}

/** How many findings opened and closed with each of these sweeps of a cluster. One whose evidence changed did neither. */
export async function countEpisodes(
  knex: Knex,
  cluster: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, SweepEpisodes>> {
  const opened: CountRow[] = await knex<FindingRow>('findings')
    .where({ cluster })
    .whereIn('opened_no', [...numbers])
    .andWhereRaw('open_since = opened_at')
    .groupBy('opened_no')
    .select({ number: 'opened_no' })
    .count({ count: '*' });
  const closed: CountRow[] = await knex<FindingRow>('findings')
    .where({ cluster })
    .whereIn('closed_no', [...numbers])
    .andWhereNot('closed_because', 'changed')
    .groupBy('closed_no')
    .select({ number: 'closed_no' })
    .count({ count: '*' });
  return new Map(
    numbers.map(number => [
      number,
      { opened: countOf(opened, number), closed: countOf(closed, number) },
    ]),
  );
}

function countOf(rows: readonly CountRow[], number: number): number {
  return Number(rows.find(row => row.number === number)?.count ?? 0);
}
