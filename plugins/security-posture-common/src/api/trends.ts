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
  steps: ('library' | 'profile')[];
}

/** A point for each day from the first that is known. */
export interface TrendResponse {
  scope: TrendScope;
  /** Absent for the organisation. */
  ref?: string;
  points: TrendPoint[];
  /** True where it is made of less than all entities; then of those that the caller sees now. */
  partial: boolean;
}
