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

/** The workloads `s` that the published sweep of their cluster `c` shows. */
export function visibleWorkloads(knex: Knex): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.type', 'workload')
    .modify(whereSubjectVisible);
}

/** Keeps the findings `f` that are open in the published sweep of their cluster `c`. */
export function whereFindingOpen(query: Knex.QueryBuilder): void {
  query
    .andWhereRaw('f.opened_no <= c.sweep_no')
    .andWhere(closed =>
      closed.whereNull('f.closed_no').orWhereRaw('f.closed_no > c.sweep_no'),
    );
}

/** A column of subject `s` as the published sweep of its cluster `c` shows it. */
export function publishedColumn(
  knex: Knex,
  column: 'labels' | 'facts' | 'outcomes',
): Knex.Raw {
  return knex.raw(
    'case when s.outcomes_no <= c.sweep_no then ?? else ?? end as ??',
    [`s.${column}`, `s.prior_${column}`, column],
  );
}
