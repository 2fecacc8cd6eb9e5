import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { EntityTableRow } from '../tables';
import { lockEntities } from './lockEntities';

/** A mark that no other bears: a roll-up that began before it was set does not take it away. */
export function rollupMark(): string {
  return randomUUID();
}

/** Says that the roll-ups of these entities have something to take in. Belongs into the transaction that changes it. */
export async function markRollupDue(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  for (const chunk of chunksOf([...new Set(entityRefs)].sort()))
    await knex<EntityTableRow>('entities')
      .whereIn('entity_ref', lockEntities(knex, chunk))
      .update({ rollup_due: rollupMark() });
}
