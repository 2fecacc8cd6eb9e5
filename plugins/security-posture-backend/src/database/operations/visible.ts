import { Knex } from 'knex';

/** Keeps the subjects `s` that the published sweep of their cluster `c` shows, of clusters that are still configured. */
export function whereSubjectVisible(query: Knex.QueryBuilder): void {
  query
    .whereNull('c.gone_at')
    .andWhereRaw('s.first_no <= c.sweep_no')
    .andWhere(gone =>
      gone.whereNull('s.gone_no').orWhereRaw('s.gone_no > c.sweep_no'),
    );
}

/** Keeps the findings `f` that are open in the published sweep of their cluster `c`. */
export function whereFindingOpen(query: Knex.QueryBuilder): void {
  query
    .andWhereRaw('f.opened_no <= c.sweep_no')
    .andWhere(closed =>
      closed.whereNull('f.closed_no').orWhereRaw('f.closed_no > c.sweep_no'),
    );
}

/** The outcomes of subject `s` that the published sweep of its cluster `c` shows. */
export const PUBLISHED_OUTCOMES =
  'case when s.outcomes_no <= c.sweep_no then s.outcomes else s.prior_outcomes end as outcomes';
