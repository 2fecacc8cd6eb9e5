import { Finding } from 'security-posture-engine';
import { FailLevel } from '../commands/ScanOptions';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';

/** What the gate says: `unknown` where not all that was given could be judged. */
export type Verdict = 'pass' | 'block' | 'unknown';

/** A failing finding of the input that the live entity does not have. */
export interface NewFailure {
  readonly judged: JudgedSubject;
  /** With the violations that are new. */
  readonly finding: Finding;
  /** True where it is as grave as `--fail-on`. */
  readonly blocks: boolean;
}

/** The input compared with the live entity. */
export interface Comparison {
  /** In the order of the input, gravest first. */
  readonly failures: readonly NewFailure[];
  /** Failing findings that the live entity has too. */
  readonly known: number;
  /** New ones that an approved exemption covers. */
  readonly exempted: number;
  /** Why the verdict is unknown; empty where it is not. */
  readonly unknown: readonly string[];
}

/** All that a report of the gate is made of. */
export interface GateResult extends Comparison {
  readonly entityRef: string;
  readonly failOn: FailLevel;
  readonly verdict: Verdict;
  readonly scan: ScanResult;
}
