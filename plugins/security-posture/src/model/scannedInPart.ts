import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';

/** True for a cluster that answers and keeps a kind of workload from the portal. */
export function scannedInPart({
  state,
  reason,
}: Pick<ClusterFreshness, 'state' | 'reason'>): boolean {
  return state === 'scanned' && reason !== undefined;
}
