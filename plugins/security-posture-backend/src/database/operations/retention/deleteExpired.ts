import { Knex } from 'knex';
import { MAX_ROWS } from '../../chunks';
import {
  BetweenStatements,
  DeletedRows,
  RetentionCuts,
} from '../../RetentionStore';
import { ClusterRow } from '../../tables';
import { deleteBatch, deleteInBatches } from './deleteInBatches';
import { EXPIRED_ROWS, goneSubjects } from './expiredRows';

/** Deletes what ended before the cuts, and answers how much of what. */
export async function deleteExpired(
  knex: Knex,
  cuts: RetentionCuts,
  pause: BetweenStatements,
): Promise<DeletedRows> {
  const deleted: Record<string, number> = {};
  for (const { what, table, key, expired } of EXPIRED_ROWS) {
    const rows = {
      table,
      key,
      where: (query: Knex.QueryBuilder) => expired(query, cuts),
    };
    deleted[what] = await deleteInBatches(knex, rows, pause);
  }
  return { ...deleted, workloads: await deleteSubjects(knex, cuts, pause) };
}

/** Deletes subjects while the cluster's row is locked: a sweep that finds one again writes it in the same way. */
async function deleteSubjects(
  knex: Knex,
  cuts: RetentionCuts,
  pause: BetweenStatements,
): Promise<number> {
  let deleted = 0;
  for (const { name } of await knex<ClusterRow>('clusters').select('name')) {
    let last: number;
    do {
      await pause();
      last = await knex.transaction(async transaction => {
        await transaction<ClusterRow>('clusters')
          .where({ name })
          .forUpdate()
          .first('name');
        return deleteBatch(transaction, goneSubjects(name, cuts));
      });
      deleted += last;
    } while (last === MAX_ROWS);
  }
  return deleted;
}
