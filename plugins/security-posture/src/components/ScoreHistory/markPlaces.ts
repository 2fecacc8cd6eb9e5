/** Where the number of a mark is drawn: pixels from the left, and the row that keeps it apart from its neighbours. */
export interface MarkPlace {
  x: number;
  /** 0 is the row at the bottom. */
  row: number;
}

/** Pixels that a number takes. */
const SIZE = 20;

/**
 * Places numbers above each other where they would cover each other.
 *
 * @param xs - where the marks belong, in order, in pixels
 */
export function markPlaces(xs: readonly number[]): MarkPlace[] {
  const ends: number[] = [];
  return xs.map(x => {
    const free = ends.findIndex(end => x - end >= SIZE);
    const row = free < 0 ? ends.length : free;
    ends[row] = x;
    return { x, row };
  });
}
