/** A dated statement of a person on what no API of a cluster shows. Times are ISO times. */
export interface AttestationView {
  id: string;
  cluster: string;
  control: string;
  /** The requirement of the control; its id where the library no longer has it. */
  title: string;
  outcome: 'pass' | 'fail';
  statement: string;
  link?: string;
  author: string;
  createdAt: string;
  /** From then on it answers nothing any more. */
  expiresAt: string;
  /** `replaced` by a newer one for the same control and cluster, or `withdrawn`. */
  state: 'inForce' | 'expired' | 'replaced' | 'withdrawn';
  /** When it was replaced or withdrawn, and by whom. */
  endedAt?: string;
  endedBy?: string;
}

/** A page of attestations, newest first. */
export interface AttestationsResponse {
  items: AttestationView[];
  total: number;
  nextCursor?: string;
}

/** Which attestations to list. */
export interface AttestationsQuery {
  cluster?: string;
  control?: string;
  /** True: only those that answer now. */
  inForce?: boolean;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** What a person states of a cluster. It takes the place of what was stated before of the same control there. */
export interface AttestationRequest {
  cluster: string;
  control: string;
  outcome: 'pass' | 'fail';
  /** 10 to 2,000 characters: what was looked at, and by whom. */
  statement: string;
  /** Where it is written down: an http or https address. */
  link?: string;
  /** ISO time, at most 365 days from now. */
  expiresAt: string;
}
