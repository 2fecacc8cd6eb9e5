import { Outcome, ReasonCode } from './outcome';
import { Severity } from './severity';
import { SubjectRef } from './subject';

/** A value that a violation may show. Never an environment value, an argument or a token. */
export type EvidenceValue = string | number | boolean | readonly string[];

/** One place in one object that breaks a control. */
export interface Violation {
  /** Dotted and indexed from the object's root: `spec.template.spec.containers[0].securityContext.privileged`. */
  readonly path: string;
  /** Name of the container, where the place lies in one. */
  readonly container?: string;
  /**
   * The place without an index: `securityContext.privileged`; in a list, by the key of its item: `volumes[logs].hostPath.path`.
   * Stays the same when a list changes its order.
   */
  readonly field?: string;
  /** One sentence, without a full stop. */
  readonly message: string;
  /** What the field holds; absent where it is not set. */
  readonly actual?: EvidenceValue;
  /** What would pass, in words or as a value. */
  readonly expected?: EvidenceValue;
  /** Where another control is the cause of this place, its id. */
  readonly consequenceOf?: string;
}

/** What a control says of one subject: the answer of `evaluate`. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason?: ReasonCode;
  /** A word that a pass or another outcome carries along. */
  readonly note?: string;
  /** Severity of this finding, where the rule raises or lowers it. */
  readonly severity?: Severity;
  readonly violations: readonly Violation[];
  /** True where a person may attest that a failure is meant and bounded otherwise: then it passes. */
  readonly mayBeAttested?: boolean;
  /** The control whose finding is the cause of every violation here. */
  readonly consequenceOf?: string;
}

/** Control x subject with its outcome. Its violations are the containers and paths. */
export interface Finding {
  readonly control: string;
  readonly subject: SubjectRef;
  readonly outcome: Outcome;
  readonly reason?: ReasonCode;
  readonly note?: string;
  readonly severity: Severity;
  readonly violations: readonly Violation[];
  readonly consequenceOf?: string;
}
