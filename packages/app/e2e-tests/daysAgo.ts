const DAY_MS = 24 * 60 * 60 * 1000;

/** The day so many days before today, as YYYY-MM-DD in UTC. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
