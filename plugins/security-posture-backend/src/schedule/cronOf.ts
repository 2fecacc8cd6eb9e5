import { createHash } from 'node:crypto';

/**
 * The cron line of a cluster's sweep: every so many hours, at a minute and an hour that its name decides,
 * so that clusters are spread over the period. `everyHours` divides 24.
 */
export function cronOf(cluster: string, everyHours: number): string {
  const hash = createHash('sha256').update(cluster).digest();
  const minute = hash.readUInt16BE(0) % 60;
  const first = hash.readUInt16BE(2) % everyHours;
  const hours = Array.from(
    { length: 24 / everyHours },
    (_, turn) => first + turn * everyHours,
  );
  return `${minute} ${hours.join(',')} * * *`;
}
