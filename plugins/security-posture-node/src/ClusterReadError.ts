import { NotEvaluatedReason } from 'security-posture-engine';

/** How far a failed read reaches: one request, the whole cluster, or every cluster. */
export type ReadFailureReach = 'request' | 'cluster' | 'everyCluster';

/** What is known of a read that failed. */
export interface ReadFailure {
  readonly reason: NotEvaluatedReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Default: `request`. */
  readonly reach?: ReadFailureReach;
}

/**
 * A cluster could not be read, for a reason that pages can show.
 * The message holds no body of an answer and no token.
 */
export class ClusterReadError extends Error {
  readonly reason: NotEvaluatedReason;
  readonly status: number | undefined;
  readonly reach: ReadFailureReach;

  constructor(message: string, failure: ReadFailure) {
    super(message);
    this.name = 'ClusterReadError';
    this.reason = failure.reason;
    this.status = failure.status;
    this.reach = failure.reach ?? 'request';
  }
}

/** True for a ClusterReadError, also one of another copy of this package. */
export function isClusterReadError(error: unknown): error is ClusterReadError {
  return error instanceof Error && error.name === 'ClusterReadError';
}
