/** The day of an epoch time in UTC, `2026-11-23`. Days sort as texts. */
export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
