import { Knex } from 'knex';
import { whereMayConcern } from '../coveredFails';

/**
 * The id of one exemption, of whatever state, that may concern an entity: no row where none may. Most entities have none,
 * and PostgreSQL takes ten times as long to plan what exemptions cover as to answer this. One that names neither a subject
 * nor an entity may concern any.
 */
export function concerningExemption(
  knex: Knex,
  entityRef: string,
): Knex.QueryBuilder {
  return knex({ x: 'exemptions' })
    .where(concerns => concerns.modify(whereMayConcern, entityRef))
    .orWhere(unbound =>
      unbound.whereNull('x.subject_id').whereNull('x.entity_ref'),
    )
    .select('x.id')
    .limit(1);
}
