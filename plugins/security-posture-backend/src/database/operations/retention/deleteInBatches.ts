import { Knex } from 'knex';
import { MAX_ROWS } from '../../chunks';
import { BetweenStatements } from '../../RetentionStore';

/** Rows of one table that are to be deleted. */
export interface DeletedRowsOf {
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Keeps the rows to delete. Columns of outer rows are named with their table. */
  readonly where: (rows: Knex.QueryBuilder) => void;
}

/** Deletes rows, at most MAX_ROWS a statement, and answers how many. */
export async function deleteInBatches(
  knex: Knex,
  rows: DeletedRowsOf,
  pause: BetweenStatements,
): Promise<number> {
  let deleted = 0;
  let last: number;
  do {
    await pause();
    last = await deleteBatch(knex, rows);
    deleted += last;
  } while (last === MAX_ROWS);
  return deleted;
}

/**
 * Deletes at most MAX_ROWS rows in one statement.
 * The condition stands in it twice: of a row that was written in between the outer one is asked again.
 */
export function deleteBatch(
  knex: Knex,
  { table, key, where }: DeletedRowsOf,
): Promise<number> {
  const some = knex(table)
    .modify(where)
    .limit(MAX_ROWS)
    .select(...key);
  return knex(table)
    .whereIn([...key], some)
    .modify(where)
    .delete();
}
