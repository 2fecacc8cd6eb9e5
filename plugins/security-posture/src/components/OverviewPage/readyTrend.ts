import type { TrendPoint } from 'backstage-plugin-security-posture-common';

/** Days that the change is told over. */
const DAYS = 30;

/** How the share of services that are ready moved. */
export interface ReadyTrend {
  /** In percent, a number for each of the last days; null where it was not known. */
  shares: (number | null)[];
  /** Services that are ready now beside those of 30 days ago; undefined where that is not known. */
  change?: number;
}

/** The share of all services that are ready, in whole percent: what is not all is never said to be. */
export function readyShare(ready: number, total: number): number {
  return Math.floor((100 * ready) / total);
}

/** How the share of ready services moved over the last 30 days, as far as the days are known. */
export function readyTrend(points: readonly TrendPoint[]): ReadyTrend {
  const last = points.slice(-(DAYS + 1));
  const shares = last.map(({ members }) =>
    members?.ready === undefined || !members.total
      ? null
      : readyShare(members.ready, members.total),
  );
  const [first, now] = [last[0]?.members?.ready, last.at(-1)?.members?.ready];
  return {
    shares,
    ...(last.length > DAYS && first !== undefined && now !== undefined
      ? { change: now - first }
      : {}),
  };
}
