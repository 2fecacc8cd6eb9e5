import { Attestation } from 'security-posture-engine';

/** What a person states of a cluster. Times are epoch milliseconds. */
export interface NewAttestation extends Attestation {
  readonly cluster: string;
  readonly statement: string;
  readonly link?: string;
}

/** A statement, with what became of it. */
export interface AttestationRecord extends NewAttestation {
  readonly id: string;
  readonly createdAt: number;
  /** When it was replaced by a newer one, or withdrawn. */
  readonly ended?: {
    readonly at: number;
    readonly by: string;
    readonly because: 'replaced' | 'withdrawn';
  };
}

/** Which attestations to list; newest first. */
export interface AttestationsFilter {
  readonly cluster?: string;
  readonly control?: string;
  /** True: only those that answer at this moment. */
  readonly inForce?: boolean;
  /** True: only those that are neither replaced nor withdrawn. */
  readonly standing?: boolean;
  readonly now: number;
  readonly offset: number;
  readonly limit: number;
}

/** Keeps attestations: at most one of each control and cluster that is neither replaced nor withdrawn. */
export interface AttestationStore {
  /** True where a person can answer a control on a cluster: only a person could so far, or did. */
  isAskedFor(cluster: string, control: string): Promise<boolean>;
  /** True where an open fail of a control is there on a cluster. */
  fails(cluster: string, control: string): Promise<boolean>;
  /** Keeps a statement, in the place of the one before. */
  save(attestation: NewAttestation, now: number): Promise<AttestationRecord>;
  get(id: string): Promise<AttestationRecord | undefined>;
  list(filter: AttestationsFilter): Promise<{
    readonly items: readonly AttestationRecord[];
    readonly total: number;
  }>;
  /**
   * Withdraws a statement; one that is withdrawn already stays as it is.
   * Throws a ConflictError where another one has taken its place.
   */
  withdraw(id: string, by: string, now: number): Promise<AttestationRecord>;
  /** What controls on a cluster go by: also what has expired, so that they can say so. */
  listForSweep(cluster: string): Promise<readonly Attestation[]>;
  /** Clusters that were last swept before an attestation of theirs expired, and whose next sweep nobody asked for yet. */
  listOutlived(now: number): Promise<readonly string[]>;
}
