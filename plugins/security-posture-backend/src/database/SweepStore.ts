import {
  ControlTallies,
  Finding,
  NotEvaluatedReason,
  ReasonCode,
  SubjectRef,
  SubjectType,
} from 'security-posture-engine';
import { SweepList, SweepProgress, SweepStatus } from './records';

/** The right to write one sweep of one cluster. Lost as soon as another sweep of the cluster begins. */
export interface SweepTicket {
  readonly sweepId: string;
  readonly cluster: string;
  /** The number that this sweep will publish. */
  readonly number: number;
}

/** A subject as the last sweep that was published left it, with what was resolved since. */
export interface KnownSubject {
  readonly id: number;
  readonly key: string;
  readonly type: SubjectType;
  readonly kind: string;
  readonly apiVersion: string;
  readonly namespace?: string;
  readonly name: string;
  readonly uid?: string;
  readonly labels: string;
  readonly facts: string;
  /** Hash of all that a sweep would write of it; empty where it has to be written in any case. */
  readonly outcomesHash: string;
  readonly outcomes: string;
}

/** A subject whose findings, facts or labels differ from what is stored. */
export interface SubjectChange {
  readonly key: string;
  readonly subject: SubjectRef;
  readonly uid?: string;
  readonly labels: string;
  readonly facts: string;
  readonly outcomesHash: string;
  /** Hash of the entities that it was judged for. */
  readonly judgedFor: string;
  /** Findings of every control on it, passes too. */
  readonly findings: readonly Finding[];
  /** Controls that a gap of the whole cluster answers for: no row of their own. */
  readonly inGap: ReadonlySet<string>;
  /** Whether the patch of a failing control is proven, by control; a control without a patch is not in it. */
  readonly proven: ReadonlyMap<string, boolean>;
}

/** What one cluster adds to the posture of an entity, or to its own. */
export interface PartChange {
  readonly scopeType: 'entity' | 'cluster';
  readonly scopeRef: string;
  readonly profile: string;
  /** Number of the entity's workloads there, or of the cluster's own subjects. */
  readonly subjects: number;
  readonly tallies: ControlTallies;
}

/** How a sweep ended that has something to publish. */
export interface SweepEnd {
  /** `complete` where every kind of workload was read, else `partial`. */
  readonly status: Extract<SweepStatus, 'complete' | 'partial'>;
  readonly reason?: ReasonCode;
  readonly kubernetesVersion: string;
  /** All controls that rest on reports of other tools and that were ever judged on the cluster. */
  readonly reportedControls: readonly string[];
  readonly lists: readonly SweepList[];
  readonly now: number;
}

/** How a sweep ended that has nothing to publish. */
export interface SweepFailure {
  readonly reason: NotEvaluatedReason;
  /** True where the cluster did not answer; false where something else went wrong. */
  readonly unreachable: boolean;
  readonly lists: readonly SweepList[];
  readonly now: number;
}

/** A sweep that is no longer the cluster's current one tried to write. */
export class SweepSupersededError extends Error {
  readonly name = 'SweepSupersededError';

  constructor(cluster: string) {
    super(
      `Another sweep of cluster ${cluster} has begun; this one may not write any more`,
    );
  }
}

/**
 * Writes sweeps. Nothing of a sweep is seen until `publish`, which is one row update;
 * a sweep that was killed leaves nothing to see, and the next one cleans up after it.
 * Every method that writes for a ticket throws SweepSupersededError when another sweep has begun;
 * `saveProgress` then keeps nothing.
 */
export interface SweepStore {
  /** Claims the cluster, undoes what an unpublished sweep left, and takes the open scan requests. */
  begin(sweep: {
    readonly cluster: string;
    readonly trigger: 'schedule' | 'request';
    readonly now: number;
  }): Promise<SweepTicket>;
  saveProgress(ticket: SweepTicket, progress: SweepProgress): Promise<void>;
  /** The subjects of the cluster that are there, by key. */
  listSubjects(cluster: string): Promise<ReadonlyMap<string, KnownSubject>>;
  /** Controls that rest on reports of other tools and that were ever judged on a cluster. */
  readReportedControls(cluster: string): Promise<readonly string[]>;
  /**
   * Writes subjects and their findings. A fail that cannot be judged any more stays, marked stale.
   * Answers with the outcomes of each as they are now stored, by key.
   */
  saveSubjects(
    ticket: SweepTicket,
    changes: readonly SubjectChange[],
    now: number,
  ): Promise<ReadonlyMap<string, string>>;
  closeGone(
    ticket: SweepTicket,
    subjectIds: readonly number[],
    now: number,
  ): Promise<void>;
  saveGaps(
    ticket: SweepTicket,
    gaps: readonly {
      readonly control: string;
      readonly reason: NotEvaluatedReason;
    }[],
    now: number,
  ): Promise<void>;
  /** Writes the parts that differ, and ends those that are not among them. */
  saveParts(
    ticket: SweepTicket,
    parts: readonly PartChange[],
    library: string,
    now: number,
  ): Promise<void>;
  publish(ticket: SweepTicket, end: SweepEnd): Promise<void>;
  /** Ends a sweep that brought nothing: what it wrote is undone, and the last posture stays. */
  fail(ticket: SweepTicket, end: SweepFailure): Promise<void>;
}
