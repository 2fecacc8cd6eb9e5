/** Most rows that one statement or transaction touches: a larger one holds SQLite's only connection too long. */
export const MAX_ROWS = 200;

/** The items in slices of at most `size`. */
export function chunksOf<T>(
  items: readonly T[],
  size: number = MAX_ROWS,
): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
