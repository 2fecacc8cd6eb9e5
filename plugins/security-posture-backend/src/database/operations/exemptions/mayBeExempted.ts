import { Knex } from 'knex';
import { ChooseExemptions, whereMayConcern } from '../coveredFails';

/**
 * True where at least one of the chosen exemptions may cover something on an entity. Most entities have none, and PostgreSQL
 * takes ten times as long to plan what exemptions cover as to answer this. One that names neither a subject nor an entity may
 * cover something on any.
 */
export async function mayBeExempted(
  knex: Knex,
  entityRef: string,
  choose: ChooseExemptions,
): Promise<boolean> {
  const found = await knex({ x: 'exemptions' })
    .modify(choose)
    .andWhere(query =>
      query
        .where(concerns => concerns.modify(whereMayConcern, entityRef))
        .orWhere(unbound =>
          unbound.whereNull('x.subject_id').whereNull('x.entity_ref'),
        ),
    )
    .first('x.id');
  return found !== undefined;
}
