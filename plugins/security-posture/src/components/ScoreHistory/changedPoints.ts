import type { TrendPoint } from 'backstage-plugin-security-posture-common';

/** The points that differ from the day before, and those of days that are marked; newest first. The first point always is one. */
export function changedPoints(
  points: readonly TrendPoint[],
  marked: ReadonlySet<string>,
): TrendPoint[] {
  return points
    .filter(
      (point, index) =>
        index === 0 ||
        marked.has(point.day) ||
        measuresOf(point) !== measuresOf(points[index - 1]),
    )
    .reverse();
}

/** What the table shows of a day, as one text. */
function measuresOf({ effective, coverage, open }: TrendPoint): string {
  return [effective, coverage, open.critical, open.high].join(' ');
}
