import { isError } from '@backstage/errors';

/** A database failure without its statement: that holds the values of the rows. */
export class DatabaseError extends Error {
  readonly name = 'DatabaseError';

  constructor(action: string, readonly code: string | undefined) {
    super(`The database refused to ${action}${code ? ` (${code})` : ''}`);
  }
}

/**
 * Runs a database action; what the driver throws is thrown again without its SQL.
 * Errors of our own that are no driver errors pass through.
 */
export async function hideStatement<T>(
  action: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isDriverError(error)) throw error;
    throw new DatabaseError(action, codeOf(error));
  }
}

function isDriverError(error: unknown): boolean {
  return (
    isError(error) &&
    (codeOf(error) !== undefined ||
      error.name === 'KnexTimeoutError' ||
      / - /.test(error.message))
  );
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}
