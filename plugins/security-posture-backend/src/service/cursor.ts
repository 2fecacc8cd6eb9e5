import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/** Offsets beyond this are no page of ours. */
const MOST_OFFSET = 10_000_000;

/** What names the place at which a page begins. */
export type CursorPlace = number | readonly (number | string)[];

/**
 * The cursor of the page of a query that begins at a place, an offset say. Opaque and stateless: it holds the place and
 * a fingerprint of the query, so that it cannot be carried over to another one.
 */
export function encodeCursor(
  query: readonly unknown[],
  place: CursorPlace,
): string {
  const text = JSON.stringify([fingerprint(query), place]);
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** The offset of a cursor of this query; 0 where there is none. Throws an InputError on any other. */
export function decodeCursor(
  query: readonly unknown[],
  cursor: string | undefined,
): number {
  return decodePlace(query, cursor, isOffset) ?? 0;
}

/** The place of a cursor of this query; undefined where there is none. Throws an InputError on any other. */
export function decodePlace<T extends CursorPlace>(
  query: readonly unknown[],
  cursor: string | undefined,
  isPlace: (value: unknown) => value is T,
): T | undefined {
  if (cursor === undefined) return undefined;
  const decoded = parse(cursor);
  if (!Array.isArray(decoded) || decoded.length !== 2) throw badCursor();
  const [print, place] = decoded;
  if (print !== fingerprint(query) || !isPlace(place)) throw badCursor();
  return place;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
}

function isOffset(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MOST_OFFSET
  );
}

function fingerprint(query: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(query))
    .digest('base64url')
    .slice(0, 12);
}

function badCursor(): InputError {
  return new InputError(
    'This cursor does not belong to this query. Ask for the first page, without a cursor, and follow nextCursor',
  );
}
