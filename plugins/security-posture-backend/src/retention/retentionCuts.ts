import { RetentionCuts } from '../database/RetentionStore';
import { utcDay } from '../database/utcDay';

/** A day, in milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** How long an entity or a cluster that is gone may come back to what was known of it. */
const GONE_DAYS = 7;

/** For how long things are kept, in days. */
export interface RetentionSettings {
  /** What ended: findings, workloads, links, sweeps. */
  readonly detailDays: number;
  /** Scores and counts by day. At least as long as the details. */
  readonly scoreDays: number;
}

/** From when on things are no longer kept at a time. */
export function retentionCuts(
  { detailDays, scoreDays }: RetentionSettings,
  now: number,
): RetentionCuts {
  return {
    detail: now - detailDays * DAY,
    scoresDay: utcDay(now - scoreDays * DAY),
    gone: now - GONE_DAYS * DAY,
  };
}
