import { Finding, SubjectRef, Workload } from 'security-posture-engine';
import { Manifest } from '../input/Manifest';

/** One subject, and what all controls say of it. */
export interface JudgedSubject {
  readonly subject: SubjectRef;
  /** Gravest first, then by control; without what is a gap of the whole input. */
  readonly findings: readonly Finding[];
  /** 1 for the first subject of its kind, namespace and name, in the order of the input; 2 for the second. */
  readonly occurrence: number;
  /** Where it was read. Absent for images, the cluster, and what is only named by others. */
  readonly manifest?: Manifest;
  /** Set for a workload. */
  readonly workload?: Workload;
}
