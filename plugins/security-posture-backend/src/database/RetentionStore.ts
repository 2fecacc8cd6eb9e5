/** From when on things are no longer kept. Times are epoch milliseconds. */
export interface RetentionCuts {
  /** What ended before is deleted, but for scores and counts. */
  readonly detail: number;
  /** Scores and counts of days before are deleted; a UTC day, `2026-11-23`. */
  readonly scoresDay: string;
  /** Entities and clusters that went before are deleted with all that is theirs. */
  readonly gone: number;
}

/** How many rows were deleted, by what they are called in the log. */
export type DeletedRows = Readonly<Record<string, number>>;

/** Awaited between two statements. Throws where the work is to end. */
export type BetweenStatements = () => Promise<void>;

/**
 * Deletes what is too old, at most 200 rows a statement.
 * Each statement stands for itself: whatever an interrupted run leaves, the next one deletes.
 */
export interface RetentionStore {
  /** Deletes what ended before the cuts. */
  deleteExpired(
    cuts: RetentionCuts,
    pause: BetweenStatements,
  ): Promise<DeletedRows>;
  /** Deletes entities and clusters that are gone for good, with all that is theirs. */
  purgeGone(
    cuts: RetentionCuts,
    pause: BetweenStatements,
  ): Promise<DeletedRows>;
}
