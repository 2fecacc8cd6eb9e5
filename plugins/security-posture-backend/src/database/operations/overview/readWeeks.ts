import { OverviewWeek } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { utcDay } from '../../utcDay';
import { Visibility, whereVisible } from '../visibleRefs';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** Weeks that are counted, the current one among them. */
const WEEKS = 12;

/** 1970-01-05 was a Monday. */
const A_MONDAY = 4 * DAY_MS;

type Moment = 'opened_at' | 'closed_at';

/**
 * How many failing findings of entities opened and closed in each of the last weeks, as published. What the first sweep of
 * a cluster found is not new, and evidence that changed neither ends a finding nor opens one. By the indexes over
 * `opened_at` (which has no finding of a first sweep) and `closed_at`: the cost is that of what happened in these weeks.
 */
export async function readWeeks(
  knex: Knex,
  now: number,
  visibility: Visibility,
): Promise<readonly OverviewWeek[]> {
  const start = mondayOf(now) - (WEEKS - 1) * WEEK_MS;
  const opened = await countByWeek(
    knex,
    'opened_at',
    start,
    visibility,
    query =>
      // A literal, for the index over what no first sweep found to be used.
      query
        .whereRaw('f.opened_no > 1')
        .whereRaw('f.open_since = f.opened_at')
        .whereRaw('f.opened_no <= c.sweep_no'),
  );
  const fixed = await countByWeek(knex, 'closed_at', start, visibility, query =>
    query
      .whereNot('f.closed_because', 'changed')
      .whereRaw('f.closed_no <= c.sweep_no'),
  );
  return Array.from({ length: WEEKS }, (_, week) => ({
    from: utcDay(start + week * WEEK_MS),
    opened: opened.get(week) ?? 0,
    fixed: fixed.get(week) ?? 0,
  }));
}

function mondayOf(time: number): number {
  return time - ((time - A_MONDAY) % WEEK_MS);
}

/** Counts by the number of the week. A finding counts once, whatever the number of entities that have its subject. */
async function countByWeek(
  knex: Knex,
  moment: Moment,
  start: number,
  visibility: Visibility,
  choose: (query: Knex.QueryBuilder) => void,
): Promise<ReadonlyMap<number, number>> {
  const times = knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereNull('c.gone_at')
    .where(`f.${moment}`, '>=', start)
    .where('f.outcome', 'fail')
    .whereNot('f.severity', 'info')
    .modify(choose)
    .whereExists(ownersAt(knex, moment, visibility))
    .select(
      knex.raw('cast((?? - ?) / ? as integer) as week', [
        `f.${moment}`,
        knex.raw(String(start)),
        knex.raw(String(WEEK_MS)),
      ]),
    );
  const rows: { week: number; findings: number | string }[] = await knex
    .from(times.as('t'))
    .groupBy('t.week')
    .select('t.week')
    .count({ findings: '*' });
  return new Map(rows.map(row => [Number(row.week), Number(row.findings)]));
}

/** Entities that have the subject of a finding, or had it at that moment. */
function ownersAt(
  knex: Knex,
  moment: Moment,
  visibility: Visibility,
): Knex.QueryBuilder {
  return knex({ l: 'entity_subjects' })
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereRaw('l.subject_id = f.subject_id')
    .whereRaw('(l.valid_to is null or l.valid_to >= ??)', [`f.${moment}`])
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility);
}
