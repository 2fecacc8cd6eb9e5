import type { TrendPoint } from 'backstage-plugin-security-posture-common';

/** The severities that the picture shows, the gravest at the bottom. */
export const SHOWN = ['critical', 'high', 'medium', 'low'] as const;

/** Open findings at the end of a day. */
export type OpenDay = Record<(typeof SHOWN)[number], number> & { day: string };

/** Open findings by day and severity, exempted ones and those of severity info left out. */
export function openDays(points: readonly TrendPoint[]): OpenDay[] {
  return points.map(({ day, open: { critical, high, medium, low } }) => ({
    day,
    critical,
    high,
    medium,
    low,
  }));
}

/** Open findings of a day over all severities. */
export function openOf(day: OpenDay): number {
  return SHOWN.reduce((sum, severity) => sum + day[severity], 0);
}

/** Every seventh day, the last one among them. */
export function weekly<T>(days: readonly T[]): T[] {
  return days.filter((_, index) => (days.length - 1 - index) % 7 === 0);
}

/** The end of an axis from 0: a round number of thirds that is not below the most. */
export function axisEnd(most: number): number {
  for (let size = 1; ; size *= 10)
    for (const step of [1, 2, 3, 5])
      if (3 * step * size >= most) return 3 * step * size;
}

/**
 * Where the words of the bands of a stack stand, from the bottom band up, in pixels from the top: at the middle of each
 * band, but never closer to the one below than a line.
 *
 * @param height - of the picture, which shows 0 to `end`
 */
export function bandPlaces(
  values: readonly number[],
  end: number,
  height: number,
  line: number,
): number[] {
  const places: number[] = [];
  let sum = 0;
  for (const value of values) {
    const middle = height * (1 - (sum + value / 2) / end);
    const below = places.at(-1);
    places.push(below === undefined ? middle : Math.min(middle, below - line));
    sum += value;
  }
  return places;
}
