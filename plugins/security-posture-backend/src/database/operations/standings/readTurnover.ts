import { Knex } from 'knex';
import { Turnover, TurnoverQuery } from '../../StandingReader';
import { changedFails, comparableSince, FindingStep } from './changedFails';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** What of one control opened and closed in each of the last weeks. */
export async function readTurnover(
  knex: Knex,
  query: TurnoverQuery,
): Promise<readonly Turnover[]> {
  // What opens at this very moment is of the last week.
  const from = query.now - query.weeks * WEEK_MS + 1;
  const since = await comparableSince(knex, from);
  if (since === undefined) return [];
  const opened = await countByWeek(knex, 'opened', from, query);
  const closed = await countByWeek(knex, 'closed', from, query);
  const first = Math.floor((since - from) / WEEK_MS);
  return Array.from({ length: query.weeks - first }, (_, index) => ({
    from: from + (first + index) * WEEK_MS,
    opened: opened.get(first + index) ?? 0,
    closed: closed.get(first + index) ?? 0,
  }));
}

/** Counted by the number of the week since a time. */
async function countByWeek(
  knex: Knex,
  step: FindingStep,
  from: number,
  query: TurnoverQuery,
): Promise<ReadonlyMap<number, number>> {
  const week = `cast(floor((f.${step}_at - ${from}) / ${WEEK_MS}.0) as integer)`;
  const rows: { week: number; total: number | string }[] = await changedFails(
    knex,
    step,
    from,
    query,
  )
    .where('f.control_id', query.control)
    .groupByRaw(week)
    .select(knex.raw(`${week} as week`))
    .count({ total: '*' });
  return new Map(rows.map(row => [row.week, Number(row.total)]));
}
