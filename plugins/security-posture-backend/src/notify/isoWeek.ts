import { DateTime } from 'luxon';

/** The ISO 8601 week of a time (UTC): `2026-W47`. */
export function isoWeek(time: number): string {
  const { weekYear, weekNumber } = DateTime.fromMillis(time, { zone: 'utc' });
  return `${weekYear}-W${String(weekNumber).padStart(2, '0')}`;
}
