import { Knex } from 'knex';
import { ScopesFilter } from '../../ScopeReader';
import { isSqlite } from '../../isSqlite';
import { utcDay } from '../../utcDay';
import { ENTITY_SCOPE } from '../saveParts';
import { Visibility, whereVisible } from '../visibleRefs';

/** What scores are compared with: those of this long ago, in milliseconds. */
const COMPARED_AFTER = 30 * 24 * 60 * 60 * 1000;

/**
 * The lowest score of each scope of a type 30 days ago, and how many of its members were ready, by `scope_ref`. For those who
 * see less than all it is made of the days of the entities that they see now, and of readiness nothing is known.
 */
export function lowestBefore(
  knex: Knex,
  { type }: Pick<ScopesFilter, 'type'>,
  now: number,
  visibility: Visibility,
): Knex.QueryBuilder {
  const day = utcDay(now - COMPARED_AFTER);
  if (visibility === 'all')
    return newestDays(knex, type, day).select({ ready: readyOf(knex) });
  return knex
    .from(
      newestDays(knex, ENTITY_SCOPE, day)
        .modify(whereVisible, 'n.scope_ref', visibility)
        .as('d'),
    )
    .join({ es: 'entity_scopes' }, 'es.entity_ref', 'd.scope_ref')
    .groupBy('es.scope_ref')
    .select('es.scope_ref')
    .min({ effective: 'd.effective' })
    .max({ library: 'd.library', profile: 'd.profile' })
    .select(knex.raw('null as ready'));
}

/** How many members were ready, as the counts of the day `n` say. */
function readyOf(knex: Knex): Knex.Raw {
  return knex.raw(
    isSqlite(knex)
      ? "json_extract(n.counts, '$.members.ready')"
      : "(n.counts::jsonb #>> '{members,ready}')::integer",
  );
}

/** The newest row of each scope of a type up to a day. */
function newestDays(
  knex: Knex,
  scopeType: string,
  day: string,
): Knex.QueryBuilder {
  const numbered = knex({ d: 'posture_days' })
    .where('d.scope_type', scopeType)
    .andWhere('d.day', '<=', day)
    .select('d.scope_ref', 'd.effective', 'd.counts', 'd.library', 'd.profile')
    .select(
      knex.raw(
        'row_number() over (partition by d.scope_ref order by d.day desc, d.profile desc) as age',
      ),
    );
  return knex
    .from(numbered.as('n'))
    .where('n.age', 1)
    .select('n.scope_ref', 'n.effective', 'n.library', 'n.profile');
}
