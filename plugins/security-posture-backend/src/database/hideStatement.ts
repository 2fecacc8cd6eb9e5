import { isError } from '@backstage/errors';

/** A database failure without its statement: that holds the values of the rows. */
export class DatabaseError extends Error {
  readonly name = 'DatabaseError';

  constructor(action: string, readonly code: string | undefined) {
    super(`The database refused to ${action}${code ? ` (${code})` : ''}`);
  }
}

/** How knex words the failure of a statement: the statement with its values, then the driver's own words. */
const STATEMENT =
  /^\W*(?:alter|begin|commit|create|delete|drop|insert|release|rollback|savepoint|select|update|with)\b.* - /is;

/**
 * Runs a database action; what the driver throws is thrown again without its SQL.
 * Errors of our own pass through.
 */
export async function hideStatement<T>(
  action: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw withoutStatement(action, error);
  }
}

/** The same for an action that answers some rows at a time. */
export async function* hideStatements<T>(
  action: string,
  run: () => AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* run();
  } catch (error) {
    throw withoutStatement(action, error);
  }
}

function withoutStatement(action: string, error: unknown): unknown {
  return isDriverError(error)
    ? new DatabaseError(action, codeOf(error))
    : error;
}

function isDriverError(error: unknown): boolean {
  return (
    isError(error) &&
    (codeOf(error) !== undefined ||
      error.name === 'KnexTimeoutError' ||
      STATEMENT.test(error.message))
  );
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}
