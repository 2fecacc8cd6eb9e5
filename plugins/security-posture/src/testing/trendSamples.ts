import type {
  RecentScore,
  TrendMark,
  TrendPoint,
  TrendResponse,
} from 'backstage-plugin-security-posture-common';
import { addDays, dayOf } from '../model/days';
import { sampleEvents } from './changeSamples';
import { NONE_EXEMPTED } from './sampleParts';

/** The day (UTC) that many days before today. */
export function daysAgo(days: number): string {
  return addDays(dayOf(Date.now()), -days);
}

/** Scores of payments-api, and for how many days each held, the last one today's. */
const COURSE: readonly (readonly [score: number, days: number])[] = [
  [37, 19],
  [64, 27],
  [63, 14],
  [65, 24],
  [16, 6],
];

/** A point for each of 90 days. */
export function samplePoints(): TrendPoint[] {
  const scores = COURSE.flatMap(([score, days]) =>
    Array.from({ length: days }, () => score),
  );
  return scores.map((effective, index) => ({
    day: daysAgo(scores.length - 1 - index),
    raw: effective,
    effective,
    coverage: 0.96,
    open: {
      ...NONE_EXEMPTED,
      critical: effective < 40 ? 1 : 0,
      high: 3,
    },
    exempted: NONE_EXEMPTED,
    steps: index === 46 ? ['library'] : [],
  }));
}

/** What moved the score in those days. */
export function sampleMarks(): TrendMark[] {
  const [, , image, opened, exemption, library] = sampleEvents();
  const mark = (
    days: number,
    [from, to]: [number, number],
    events: TrendMark['events'],
    over: Partial<TrendMark> = {},
  ): TrendMark => ({
    day: daysAgo(days),
    from,
    to,
    steps: [],
    events,
    eventsTotal: events.length,
    ...over,
  });
  return [
    mark(70, [37, 64], [{ ...image, from: 'payments/agent:0' }]),
    mark(43, [64, 63], [library], { steps: ['library'] }),
    mark(29, [63, 65], [exemption]),
    mark(5, [65, 16], [image, opened], { eventsTotal: 4 }),
  ];
}

/** How the score of payments-api moved of late: it fell five days ago. */
export function aRecentScore(over: Partial<RecentScore> = {}): RecentScore {
  return {
    knownDays: 30,
    days: 7,
    by: -49,
    steps: [],
    moved: sampleMarks().at(-1),
    ...over,
  };
}

/** The trend of payments-api over 90 days. */
export function aTrendAnswer(over: Partial<TrendResponse> = {}): TrendResponse {
  return {
    scope: 'entity',
    ref: 'component:default/payments-api',
    points: samplePoints(),
    marks: sampleMarks(),
    partial: false,
    ...over,
  };
}
