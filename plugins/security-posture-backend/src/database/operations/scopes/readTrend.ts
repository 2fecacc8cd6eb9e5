import { Knex } from 'knex';
import { SeverityCounts } from 'backstage-plugin-security-posture-common';
import { ScopeDayCounts, Trend, TrendDay, TrendQuery } from '../../ScopeReader';
import { PostureDayRow } from '../../tables';
import { isPartial } from '../entityPostures';
import { Visibility } from '../visibleRefs';
import { sumDays } from './sumDays';

/** What every row of a day counts; of an entity or a cluster there are no members. */
type DayCounts = Omit<ScopeDayCounts, 'members'> & Partial<ScopeDayCounts>;

/**
 * The days on which something differed. What belongs to many entities is noted for all of them together: for those who
 * see less than all it is summed up from the days of the entities that they see now.
 */
export async function readTrend(
  knex: Knex,
  query: TrendQuery,
  visibility: Visibility,
): Promise<Trend> {
  const ofMany = query.scope !== 'entity' && query.scope !== 'cluster';
  if (ofMany && (await isPartial(knex, visibility)))
    return { days: await sumDays(knex, query, visibility), partial: true };
  const rows: PostureDayRow[] = await knex<PostureDayRow>('posture_days')
    .where({ scope_type: query.scope, scope_ref: query.ref })
    .andWhere('day', '<=', query.to)
    .andWhere('day', '>=', dayBefore(knex, query))
    .orderBy(['day', 'profile']);
  return { days: oneADay(rows).map(toTrendDay), partial: false };
}

/** The day of the newest row up to the first day asked for: what that one carries forward. */
function dayBefore(knex: Knex, { scope, ref, from }: TrendQuery): Knex.Raw {
  const newest = knex('posture_days')
    .where({ scope_type: scope, scope_ref: ref })
    .andWhere('day', '<=', from)
    .max('day');
  return knex.raw('coalesce((?), ?)', [newest, from]);
}

/** On the day on which a profile changes there is a row of each: the one that was not there before is what the day ended with. */
function oneADay(rows: readonly PostureDayRow[]): readonly PostureDayRow[] {
  const days: PostureDayRow[] = [];
  for (const row of rows) {
    const last = days[days.length - 1];
    if (last?.day !== row.day) days.push(row);
    else if (last.profile === days[days.length - 2]?.profile)
      days[days.length - 1] = row;
  }
  return days;
}

function toTrendDay(row: PostureDayRow): TrendDay {
  const { open, exempted, members } = JSON.parse(row.counts) as DayCounts;
  return {
    day: row.day,
    raw: row.raw,
    effective: row.effective,
    coverage: row.coverage,
    open: bySeverity(open),
    exempted: bySeverity(exempted),
    ...(members ? { members } : {}),
    library: row.library,
    profile: row.profile,
  };
}

function bySeverity(counts: SeverityCounts): SeverityCounts {
  const { critical, high, medium, low, info } = counts;
  return { critical, high, medium, low, info };
}
