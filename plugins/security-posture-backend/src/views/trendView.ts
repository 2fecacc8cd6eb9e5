import { TrendPoint } from 'backstage-plugin-security-posture-common';
import { TrendDay } from '../database/ScopeReader';
import { utcDay } from '../database/utcDay';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A point for each day (UTC) of `from` to `to`, beginning with the first that is known: a day without a row of its own is
 * as the day before. `days` are in order, and may begin before `from`.
 */
export function trendView(
  days: readonly TrendDay[],
  from: string,
  to: string,
): TrendPoint[] {
  const points: TrendPoint[] = [];
  let index = -1;
  for (let time = Date.parse(from); utcDay(time) <= to; time += DAY_MS) {
    const day = utcDay(time);
    const before = days[index];
    while (index + 1 < days.length && days[index + 1].day <= day) index += 1;
    const current = days[index];
    if (current)
      points.push(pointOf(day, current, points.length ? before : current));
  }
  return points;
}

function pointOf(
  day: string,
  current: TrendDay,
  before: TrendDay | undefined,
): TrendPoint {
  const { library, profile, ...values } = current;
  const steps: TrendPoint['steps'] = [];
  if (before && before.library !== library) steps.push('library');
  if (before && before.profile !== profile) steps.push('profile');
  return { ...values, day, steps };
}
