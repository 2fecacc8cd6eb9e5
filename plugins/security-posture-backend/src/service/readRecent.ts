import {
  RecentScore,
  TrendMark,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { utcDay } from '../database/utcDay';
import { markOf, moved } from '../views/trendMarks';
import { trendView } from '../views/trendView';
import { endOf, EVENTS_OF_EACH_SORT } from './readMarks';
import { RouteContext } from './RouteContext';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days before today that are looked at. */
const KNOWN_DAYS = 30;

/** Days over which the score is compared, where so many are known. */
const COMPARED_DAYS = 7;

/** How the score of an entity moved of late; undefined where no day of it is known. */
export async function readRecent(
  context: Pick<RouteContext, 'scopes' | 'history' | 'controls'>,
  entityRef: string,
  now: number,
): Promise<RecentScore | undefined> {
  const points = await readRecentPoints(context, entityRef, now);
  const knownDays = points.length - 1;
  if (knownDays < 0) return undefined;
  const days = Math.min(COMPARED_DAYS, knownDays);
  const since = points.slice(knownDays - days);
  const before = since[0].effective;
  const after = points[knownDays].effective;
  const mark = await lastMove(context, entityRef, points);
  return {
    knownDays,
    days,
    by: days === 0 || before === null || after === null ? null : after - before,
    steps: [...new Set(since.slice(1).flatMap(({ steps }) => steps))],
    ...(mark ? { moved: mark } : {}),
  };
}

/** The scores of an entity at the end of each of the last days, today among them, from the first that is known. */
async function readRecentPoints(
  { scopes }: Pick<RouteContext, 'scopes'>,
  entityRef: string,
  now: number,
): Promise<TrendPoint[]> {
  const time = { from: utcDay(now - KNOWN_DAYS * DAY_MS), to: utcDay(now) };
  const query = { scope: 'entity' as const, ref: entityRef, ...time };
  const { days } = await scopes.readTrend(query, 'all');
  return trendView(days, time.from, time.to);
}

async function lastMove(
  { history, controls }: Pick<RouteContext, 'history' | 'controls'>,
  entityRef: string,
  points: readonly TrendPoint[],
): Promise<TrendMark | undefined> {
  const index = points.findLastIndex(
    (point, at) => at > 0 && moved(points[at - 1].effective, point),
  );
  if (index < 0) return undefined;
  const [before, point] = points.slice(index - 1);
  const [happened] = await history.listDayEvents(
    { type: 'entity', ref: entityRef },
    { from: endOf(before.day), to: endOf(point.day) },
    EVENTS_OF_EACH_SORT,
  );
  return markOf(point, before.effective, happened, controls);
}
