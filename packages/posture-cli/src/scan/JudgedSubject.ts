import { Finding, SubjectRef, Workload } from 'security-posture-engine';
import { Manifest } from '../input/Manifest';

/** One subject, and what all controls say of it. */
export interface JudgedSubject {
  readonly subject: SubjectRef;
  /** Gravest first, then by control. */
  readonly findings: readonly Finding[];
  /** 1 for the first subject of its kind, namespace and name, in the order of the input; 2 for the second. */
  readonly occurrence: number;
  /** Set for a workload. */
  readonly written?: {
    readonly manifest: Manifest;
    readonly workload: Workload;
  };
}
