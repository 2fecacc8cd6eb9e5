import { Knex } from 'knex';
import { BetweenStatements } from '../../RetentionStore';
import { ExemptionRow } from '../../tables';
import { markRollupDue } from '../markRollupDue';

/** Exemptions that one transaction deletes: each has a few events. */
const EXEMPTIONS_A_TRANSACTION = 20;

/**
 * Deletes exemptions with their events, also those that are in force.
 * Other entities that own what they covered are rolled up again.
 */
export async function purgeExemptions(
  knex: Knex,
  where: (exemptions: Knex.QueryBuilder) => void,
  pause: BetweenStatements,
): Promise<void> {
  let deleted: number;
  do {
    await pause();
    deleted = await knex.transaction(transaction =>
      purgeSome(transaction, where),
    );
  } while (deleted === EXEMPTIONS_A_TRANSACTION);
}

async function purgeSome(
  transaction: Knex.Transaction,
  where: (exemptions: Knex.QueryBuilder) => void,
): Promise<number> {
  const rows: Pick<ExemptionRow, 'id' | 'subject_id'>[] = await transaction(
    'exemptions',
  )
    .modify(where)
    .limit(EXEMPTIONS_A_TRANSACTION)
    .select('id', 'subject_id');
  const ids = rows.map(({ id }) => id);
  await transaction('exemption_events').whereIn('exemption_id', ids).delete();
  await transaction('exemptions').whereIn('id', ids).delete();
  const owners: { entity_ref: string }[] = await transaction('entity_subjects')
    .whereIn(
      'subject_id',
      rows.flatMap(({ subject_id }) => subject_id ?? []),
    )
    .whereNull('valid_to')
    .distinct('entity_ref');
  await markRollupDue(
    transaction,
    owners.map(({ entity_ref }) => entity_ref),
  );
  return rows.length;
}
