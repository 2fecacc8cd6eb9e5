/** The least range of scores that fills the height: a move of a few points stays small. */
const LEAST_RANGE = 40;

/** A picture of steps in a box of pixels. */
export interface SparkPath {
  /** Path data; a gap where nothing was known. */
  line: string;
  /** Where the last known value is drawn; undefined where none is known. */
  end?: { x: number; y: number };
}

/**
 * Values at equal distances as a line of steps that fills a box.
 *
 * @param inset - pixels that stay free on every side, for the width of the line
 */
export function sparkPath(
  values: readonly (number | null)[],
  box: { width: number; height: number; inset: number },
): SparkPath {
  const known = values.filter(value => value !== null);
  const places = scaleOf(known, values.length, box);
  let line = '';
  let before: { y: number } | undefined;
  let end: SparkPath['end'];
  values.forEach((value, index) => {
    if (value === null) {
      before = undefined;
      return;
    }
    const [x, y] = [places.x(index), places.y(value)];
    line += before ? `H${x}` : `M${x} ${y}`;
    if (before && before.y !== y) line += `V${y}`;
    before = { y };
    end = { x, y };
  });
  return end ? { line, end } : { line };
}

function scaleOf(
  known: readonly number[],
  count: number,
  { width, height, inset }: { width: number; height: number; inset: number },
) {
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const range = Math.max(LEAST_RANGE, most - least);
  const middle = (least + most) / 2;
  const [innerWidth, innerHeight] = [width - 2 * inset, height - 2 * inset];
  return {
    x: (index: number) =>
      round(
        count > 1 ? inset + (index * innerWidth) / (count - 1) : width - inset,
      ),
    y: (value: number) =>
      round(inset + innerHeight * (0.5 - (value - middle) / range)),
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
