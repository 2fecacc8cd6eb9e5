import { Request } from 'express';
import { decodeCursor, encodeCursor } from './cursor';
import { DEFAULT_LIMIT } from './entityFindings';
import { numberParameter, textParameter } from './queryParameters';

/** The page that a request asks for. */
export interface OffsetPage {
  readonly offset: number;
  readonly limit: number;
  /** The cursor of the page after this one, where there is one. */
  next(shown: number, total: number): { readonly nextCursor?: string };
}

/** The page of a query that the cursor and the limit of a request name. Throws an InputError on a cursor of another query. */
export function offsetPage(
  request: Request,
  query: readonly unknown[],
  defaultLimit: number = DEFAULT_LIMIT,
): OffsetPage {
  const offset = decodeCursor(query, textParameter(request, 'cursor'));
  const limit = numberParameter(request, 'limit') ?? defaultLimit;
  return {
    offset,
    limit,
    next: (shown, total) =>
      shown > 0 && offset + shown < total
        ? { nextCursor: encodeCursor(query, offset + shown) }
        : {},
  };
}
