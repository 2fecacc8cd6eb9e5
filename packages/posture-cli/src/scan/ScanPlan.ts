import { ManifestsPlan } from 'security-posture-engine';

/** By what a call judges. */
export interface ScanPlan extends ManifestsPlan {
  /** True where the whole profile runs over workloads, so that there is a score. */
  readonly scored: boolean;
}
