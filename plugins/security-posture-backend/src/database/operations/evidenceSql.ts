import { Knex } from 'knex';
import { ENTITY_SCOPE } from './saveParts';
import { joinFreshness, ReadinessTerms, readinessSql } from './readinessSql';
import { Visibility, whereVisible } from './visibleRefs';

/** What is known of the posture `p` of the entity `e` (EvidenceState). Needs `joinFreshness`. */
export function evidenceSql(knex: Knex, terms: ReadinessTerms): Knex.Raw {
  return knex.raw(
    `case
      when p.state <> 'judged' then p.state
      when coalesce(fresh.stale, 0) > 0 then 'stale'
      when ? = 'unknown' then 'lowCoverage'
      else 'judged' end`,
    [readinessSql(knex, terms)],
  );
}

/** Entities `e` that a caller may see, with their postures `p` and the freshness of their clusters; no column is selected. */
export function judgedEntities(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Knex.QueryBuilder {
  return knex({ e: 'entities' })
    .join({ p: 'postures' }, join =>
      join
        .on('p.scope_ref', 'e.entity_ref')
        .andOnVal('p.scope_type', ENTITY_SCOPE),
    )
    .modify(joinFreshness, knex, terms)
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility);
}
