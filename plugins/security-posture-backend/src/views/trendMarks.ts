import {
  TrendMark,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from 'security-posture-engine';
import { DayEvents, EventRecord } from '../database/HistoryReader';
import { historyEvent } from './historyViews';
import { ControlIndex } from './PostureSettings';

/** Marks that one answer shows. */
const MARKS_SHOWN = 10;

/** Events that one mark shows. */
const EVENTS_SHOWN = 3;

/** A score that is lost is lost by these. */
function takesEvidence(what: string): boolean {
  return what === 'clusterUnreachable' || what === 'clusterScannedInPart';
}

/** Sorts of events by how well they tell why a score moved, the best first. */
const SORTS: readonly ((what: string) => boolean)[] = [
  what => what.startsWith('exemption'),
  what => what === 'libraryChanged' || what === 'profileChanged',
  what => what === 'imageChanged',
  what => what.startsWith('workload'),
  what => what.startsWith('finding'),
  takesEvidence,
];

/** The sorts that are marked on a day on which the score stayed, too. */
const MARKED = [SORTS[0], SORTS[1], SORTS[2], SORTS[5]];

/**
 * The days on which the effective score moved, or on which something happened that people look for. `points` are one a day
 * and in order; their first has no day before it, so that it is never marked. Where there are too many, those stay on
 * which the score moved most.
 */
export function trendMarks(
  points: readonly TrendPoint[],
  days: readonly DayEvents[],
  controls: ControlIndex,
): TrendMark[] {
  const byDay = new Map(days.map(day => [day.day, day]));
  const marks = points.slice(1).flatMap((point, index) => {
    const from = points[index].effective;
    const happened = byDay.get(point.day);
    return moved(from, point) || happened?.events.some(isMarked)
      ? markOf(point, from, happened, controls)
      : [];
  });
  return marks
    .sort(mostTelling)
    .slice(0, MARKS_SHOWN)
    .sort((left, right) => left.day.localeCompare(right.day));
}

/** The day of a point with what happened on it; `from` is the score of the day before. */
export function markOf(
  { day, effective, steps }: TrendPoint,
  from: number | null,
  happened: DayEvents | undefined,
  controls: ControlIndex,
): TrendMark {
  const rose = (effective ?? 0) > (from ?? 0);
  const rank = (event: EventRecord) =>
    effective === null && takesEvidence(event.what) ? -1 : telling(event, rose);
  const events = [...(happened?.events ?? [])].sort(
    (left, right) => rank(left) - rank(right),
  );
  return {
    day,
    from,
    to: effective,
    steps,
    events: events
      .slice(0, EVENTS_SHOWN)
      .map(event => historyEvent(event, controls)),
    eventsTotal: happened?.total ?? 0,
  };
}

/** True where the score is another than before, or another measure. */
export function moved(
  from: number | null,
  { effective, steps }: TrendPoint,
): boolean {
  return from !== effective || steps.length > 0;
}

function isMarked({ what }: EventRecord): boolean {
  return MARKED.some(sort => sort(what));
}

/** Lower tells more: by sort, then those findings first that move a score as it moved, the gravest of them before others. */
function telling({ what, finding }: EventRecord, rose: boolean): number {
  const sort = SORTS.findIndex(is => is(what));
  const mover = rose ? 'findingClosed' : 'findingOpened';
  const moves = what === mover && finding?.outcome === 'fail';
  const against = finding && !moves ? 1 : 0;
  const severity = finding ? SEVERITIES.indexOf(finding.severity) : 0;
  return (sort < 0 ? SORTS.length : sort) * 100 + against * 10 + severity;
}

function mostTelling(left: TrendMark, right: TrendMark): number {
  return (
    distanceOf(right) - distanceOf(left) ||
    right.steps.length - left.steps.length ||
    right.day.localeCompare(left.day)
  );
}

function distanceOf({ from, to }: TrendMark): number {
  return Math.abs((to ?? 0) - (from ?? 0));
}
