import { Knex } from 'knex';
import { SEVERITIES } from 'security-posture-engine';
import { entityPostures } from '../entityPostures';
import { ReadinessTerms } from '../readinessSql';
import { Visibility } from '../visibleRefs';

/** What `sumMembers` adds up. */
const COLUMNS = [
  'entity_ref',
  'title',
  'state',
  'readiness',
  'profile',
  'library',
  'raw',
  'effective',
  'coverage',
  'subjects',
  ...SEVERITIES.flatMap(severity => [
    `open_${severity}`,
    `exempted_${severity}`,
  ]),
];

/** The postures of the entities `l` that a caller may see, as `sumMembers` adds them up; what they are members of is still to be selected. */
export function memberPostures(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Knex.QueryBuilder {
  return knex
    .from(entityPostures(knex, visibility, terms).as('l'))
    .select(COLUMNS.map(column => `l.${column}`))
    .select({ stale: memberStaleSql(knex, terms) });
}

/** 1 where no cluster that the entity `l` may run in was swept within the freshness limit, else 0. */
export function memberStaleSql(
  knex: Knex,
  { now, thresholds }: ReadinessTerms,
): Knex.Raw {
  return knex.raw('case when l.newest >= ? then 0 else 1 end', [
    now - thresholds.freshness,
  ]);
}

/** Members of groups, systems and domains: an entity counts for each that it is in or below. */
export function membersOfScopes(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Knex.QueryBuilder {
  return memberPostures(knex, terms, visibility)
    .join({ es: 'entity_scopes' }, 'es.entity_ref', 'l.entity_ref')
    .join({ s: 'scopes' }, 's.ref', 'es.scope_ref')
    .select('es.depth', 's.ref as member_of');
}
