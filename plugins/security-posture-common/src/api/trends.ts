import { HistoryEvent } from './history';
import { SeverityCounts } from './posture';

/** Of what there is a trend. */
export type TrendScope =
  | 'entity'
  | 'cluster'
  | 'group'
  | 'system'
  | 'domain'
  | 'organisation';

/** How the entities of a group, system, domain or the organisation stood at the end of a day. */
export interface TrendMembers {
  /** Those with a posture. */
  judged: number;
  /** Those with an open critical or high finding that counts. */
  notReady: number;
  /** Only where the caller may see all, for it is noted for all together. */
  ready?: number;
  /** Those without a posture too; only where the caller may see all. */
  total?: number;
  /** The score that one in ten does not exceed. */
  p10: number | null;
}

/** What makes the scores of two days two measures. */
export type VersionStep = 'library' | 'profile';

/** How something stood at the end of a day (UTC). A day on which nothing differed is as the day before. */
export interface TrendPoint {
  /** `2026-11-23` */
  day: string;
  /** The score; of many entities the lowest of them. Exempted findings count like any other. */
  raw: number | null;
  /** The same with exempted findings taken as passes. */
  effective: number | null;
  coverage: number | null;
  /** Exempted ones left out. */
  open: SeverityCounts;
  exempted: SeverityCounts;
  members?: TrendMembers;
  /** What is another from this day on, so that the score of the day before is another measure. */
  steps: VersionStep[];
}

/** A day on which the score moved, or on which something happened that people look for when they ask why it moves. */
export interface TrendMark {
  /** `2026-11-23` */
  day: string;
  /** The effective score at the end of the day before and of this one; equal where it did not move. */
  from: number | null;
  to: number | null;
  /** With one of them `from` and `to` are two measures. */
  steps: VersionStep[];
  /** What happened on the day, the most telling first; at most 3. */
  events: HistoryEvent[];
  /** How much happened on the day in all. */
  eventsTotal: number;
}

/** How the effective score of an entity moved of late. */
export interface RecentScore {
  /** How many days before today scores are known for, 30 at most; 0 where today's are the first. */
  knownDays: number;
  /** Against the score of so many days ago: 7, or less where less is known. */
  days: number;
  /** By how much it differs from then; null where one of both is not known, or nothing before today. */
  by: number | null;
  /** What lies in between. With one of them `by` compares two measures. */
  steps: VersionStep[];
  /** The last day on which it moved, as far as days are known. */
  moved?: TrendMark;
}

/** A point for each day from the first that is known. */
export interface TrendResponse {
  scope: TrendScope;
  /** Absent for the organisation. */
  ref?: string;
  points: TrendPoint[];
  /** Only where the question was for marks of an entity: the at most 10 that tell most, oldest first. */
  marks?: TrendMark[];
  /** True where it is made of less than all entities; then of those that the caller sees now. */
  partial: boolean;
}
