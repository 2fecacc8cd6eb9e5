import {
  TrendMark,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { trendMarks } from '../views/trendMarks';
import { RouteContext } from './RouteContext';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Events of each sort and day from which those are chosen that a mark shows. */
export const EVENTS_OF_EACH_SORT = 3;

/** What moved the score of an entity over the days of its trend. */
export async function readMarks(
  { history, controls }: Pick<RouteContext, 'history' | 'controls'>,
  entityRef: string,
  points: readonly TrendPoint[],
): Promise<TrendMark[]> {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return [];
  const days = await history.listDayEvents(
    { type: 'entity', ref: entityRef },
    { from: endOf(first.day), to: endOf(last.day) },
    EVENTS_OF_EACH_SORT,
  );
  return trendMarks(points, days, controls);
}

/** The last millisecond of a day, in epoch milliseconds. */
export function endOf(day: string): number {
  return Date.parse(day) + DAY_MS - 1;
}
