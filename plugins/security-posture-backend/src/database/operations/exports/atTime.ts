import { Knex } from 'knex';
import { whereFindingOpen } from '../visible';

/** Keeps the findings `f` that were open at a time in their cluster `c`; without a time those that are open now. */
export function whereOpenAt(
  query: Knex.QueryBuilder,
  at: number | undefined,
): void {
  if (at === undefined) {
    query.whereNull('c.gone_at').modify(whereFindingOpen);
    return;
  }
  query
    .whereRaw('f.opened_no <= c.sweep_no')
    .andWhere('f.opened_at', '<=', at)
    .andWhere(open =>
      open
        .whereNull('f.closed_no')
        .orWhereRaw('f.closed_no > c.sweep_no')
        .orWhere('f.closed_at', '>', at),
    );
}

/** Keeps the links of entities to subjects that held at a time; without a time those that hold now. */
export function whereLinkedAt(
  query: Knex.QueryBuilder,
  table: string,
  at: number | undefined,
): void {
  const end = `${table}.valid_to`;
  if (at === undefined) {
    query.whereNull(end);
    return;
  }
  query
    .where(`${table}.valid_from`, '<=', at)
    .andWhere(held => held.whereNull(end).orWhere(end, '>', at));
}
