import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { connectionOf } from '../../model/connectionOf';
import type { ControlState } from '../StateMark';

/** What the connection of a cluster is read from. */
export type ConnectedCluster = Pick<
  ClusterFreshness,
  'state' | 'reason' | 'lastSuccessAt'
>;

/** The mark of a cluster; `stale` where its last posture is too old. */
export function clusterMark(
  cluster: ConnectedCluster,
  stale = false,
): ControlState {
  const { state, lastSuccessAt } = cluster;
  if (stale || (state !== 'scanned' && lastSuccessAt)) return 'stale';
  const connection = connectionOf(cluster);
  if (connection === 'scanned') return 'passing';
  return connection === 'gone' ? 'notApplicable' : 'notEvaluated';
}
