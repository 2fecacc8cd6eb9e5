import { Knex } from 'knex';
import { TrendDay, TrendQuery } from '../../ScopeReader';
import { PostureDayRow } from '../../tables';
import { ENTITY_SCOPE } from '../saveParts';
import { Visibility, whereVisible } from '../visibleRefs';
import { DaySum } from './DaySum';

/** Rows that are read and summed up before others get their turn. */
const ROWS_A_PAGE = 1000;

/** Where the next page begins. */
type Place = Pick<PostureDayRow, 'day' | 'scope_ref' | 'profile'>;

/** The days on which any entity of a scope that the caller sees differed, summed up over all of these. No finding is read. */
export async function sumDays(
  knex: Knex,
  query: TrendQuery,
  visibility: Visibility,
): Promise<readonly TrendDay[]> {
  const sum = new DaySum();
  const days: TrendDay[] = [];
  let day: string | undefined;
  for await (const rows of entityDays(knex, query, visibility)) {
    for (const row of rows) {
      if (day !== undefined && row.day > query.from && row.day !== day)
        days.push(sum.at(day));
      sum.add(row);
      day = row.day;
    }
  }
  if (day !== undefined) days.push(sum.at(day));
  return days;
}

/** The rows of days of these entities in the order of days: those of the time asked for, and of each entity the newest before. */
async function* entityDays(
  knex: Knex,
  query: TrendQuery,
  visibility: Visibility,
): AsyncGenerator<readonly PostureDayRow[]> {
  let last: Place = { day: '', scope_ref: '', profile: '' };
  for (;;) {
    const page: PostureDayRow[] = await knex
      .from(numberedDays(knex, query, visibility).as('n'))
      .where(wanted =>
        wanted.where('n.day', '>', query.from).orWhere('n.age', 1),
      )
      .andWhereRaw('(n.day, n.scope_ref, n.profile) > (?, ?, ?)', [
        last.day,
        last.scope_ref,
        last.profile,
      ])
      .orderBy(['n.day', 'n.scope_ref', 'n.profile'])
      .limit(ROWS_A_PAGE);
    if (page.length) yield page;
    if (page.length < ROWS_A_PAGE) return;
    last = page[page.length - 1];
  }
}

/** `age` is 1 for the newest row of an entity of the days up to the first that is asked for. */
function numberedDays(
  knex: Knex,
  { scope, ref, from, to }: TrendQuery,
  visibility: Visibility,
): Knex.QueryBuilder {
  const days = knex({ d: 'posture_days' })
    .join({ e: 'entities' }, 'e.entity_ref', 'd.scope_ref')
    .where('d.scope_type', ENTITY_SCOPE)
    .whereNull('e.gone_at')
    .andWhere('d.day', '<=', to)
    .modify(whereVisible, 'd.scope_ref', visibility)
    .select('d.*')
    .select(
      knex.raw(
        'row_number() over (partition by d.scope_ref, case when d.day <= ? then 0 else 1 end order by d.day desc, d.profile desc) as age',
        [from],
      ),
    );
  if (scope !== 'organisation')
    days.whereIn(
      'd.scope_ref',
      knex('entity_scopes').where({ scope_ref: ref }).select('entity_ref'),
    );
  return days;
}
