import { Knex } from 'knex';
import { EntityTableRow } from '../tables';

/**
 * The refs of those of these entities that there are, as a subquery that locks their rows in one order: who writes to several of them
 * in any other would wait for another writer who waits in turn. SQLite has one writer, and no such locks.
 */
export function lockEntities(
  knex: Knex,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  return knex<EntityTableRow>('entities')
    .whereIn('entity_ref', [...entityRefs])
    .orderBy('entity_ref')
    .forUpdate()
    .select('entity_ref');
}
