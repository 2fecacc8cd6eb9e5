import {
  Control,
  KubernetesVersion,
  PodSecurityLevel,
} from 'security-posture-engine';
import { Scope } from '../commands/ScanOptions';

/** By what a call judges. */
export interface ScanPlan {
  readonly kubernetesVersion: KubernetesVersion;
  readonly scope: Scope;
  /** In the order of the library. */
  readonly controls: readonly Control[];
  /** Set where the verdicts are to be Pod Security Admission's own. */
  readonly podSecurityLevel?: PodSecurityLevel;
  /** True where the whole profile runs over workloads, so that there is a score. */
  readonly scored: boolean;
}
