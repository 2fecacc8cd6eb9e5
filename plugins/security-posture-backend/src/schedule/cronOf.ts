import { createHash } from 'node:crypto';

/** When a cluster is swept: at this minute of these hours of the server's day. */
interface SweepTimes {
  readonly minute: number;
  readonly hours: readonly number[];
}

/**
 * The cron line of a cluster's sweep: every so many hours, at a minute and an hour that its name decides,
 * so that clusters are spread over the period. `everyHours` divides 24.
 */
export function cronOf(cluster: string, everyHours: number): string {
  const { minute, hours } = sweepTimes(cluster, everyHours);
  return `${minute} ${hours.join(',')} * * *`;
}

/** The first time after `now` that the cron line of a cluster names, in epoch milliseconds and the server's time zone. */
export function nextSweepAfter(
  cluster: string,
  everyHours: number,
  now: number,
): number {
  const { minute, hours } = sweepTimes(cluster, everyHours);
  const times = [0, 1].flatMap(day =>
    hours.map(hour => {
      const time = new Date(now);
      time.setDate(time.getDate() + day);
      return time.setHours(hour, minute, 0, 0);
    }),
  );
  return times.find(time => time > now)!;
}

function sweepTimes(cluster: string, everyHours: number): SweepTimes {
  const hash = createHash('sha256').update(cluster).digest();
  const first = hash.readUInt16BE(2) % everyHours;
  return {
    minute: hash.readUInt16BE(0) % 60,
    hours: Array.from(
      { length: 24 / everyHours },
      (_, turn) => first + turn * everyHours,
    ),
  };
}
