import { Knex } from 'knex';
import { ExplorerQuery } from '../../FindingsExplorer';
import { coveredFails, whereInForce } from '../coveredFails';
import { whereVisible } from '../visibleRefs';

/** Ids of the findings that exemptions in force cover, for entities that the caller may see. */
export function exemptedIds(
  knex: Knex,
  { now, visibility }: Pick<ExplorerQuery, 'now' | 'visibility'>,
): Knex.QueryBuilder {
  return coveredFails(knex, exemptions => whereInForce(exemptions, now))
    .where(whom =>
      whom
        .whereNull('v.for_entity')
        .orWhere(entity => whereVisible(entity, 'v.for_entity', visibility)),
    )
    .select('v.finding_id');
}
