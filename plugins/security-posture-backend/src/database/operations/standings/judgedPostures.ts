import { Knex } from 'knex';
import { CLUSTER_SCOPE, ENTITY_SCOPE } from '../saveParts';
import { Visibility, whereVisible } from '../visibleRefs';

/** The postures `p` of the visible entities of which something was judged. */
export function judgedEntities(
  knex: Knex,
  visibility: Visibility,
): Knex.QueryBuilder {
  return judged(knex, ENTITY_SCOPE)
    .join({ e: 'entities' }, 'e.entity_ref', 'p.scope_ref')
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility);
}

/** The own postures `p` of the clusters `c` of which something was judged. */
export function judgedClusters(knex: Knex): Knex.QueryBuilder {
  return judged(knex, CLUSTER_SCOPE)
    .join({ c: 'clusters' }, 'c.name', 'p.scope_ref')
    .whereNull('c.gone_at');
}

function judged(knex: Knex, scopeType: string): Knex.QueryBuilder {
  return knex({ p: 'postures' })
    .where('p.scope_type', scopeType)
    .where('p.state', 'judged');
}
