import { JudgedManifest } from 'security-posture-engine';
import { Manifest } from '../input/Manifest';

/** One subject, what all controls say of it, and where it was read. */
export interface JudgedSubject extends Omit<JudgedManifest, 'object'> {
  /** Absent for images, the cluster, and what is only named by others. */
  readonly manifest?: Manifest;
}
