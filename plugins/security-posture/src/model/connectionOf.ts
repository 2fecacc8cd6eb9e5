import type {
  ClusterFreshness,
  ClusterState,
} from 'backstage-plugin-security-posture-common';

/** The state of a cluster; one that answers and keeps a kind of workload from the portal is scanned in part. */
export type Connection = ClusterState | 'scannedInPart';

/** How a cluster is connected. */
export function connectionOf({
  state,
  reason,
}: Pick<ClusterFreshness, 'state' | 'reason'>): Connection {
  return state === 'scanned' && reason ? 'scannedInPart' : state;
}
