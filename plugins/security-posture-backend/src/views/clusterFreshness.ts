import { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { ClusterRecord, PosturePart } from '../database/records';
import { timeAt } from './isoTime';

/** How fresh what is known of one cluster is, with the workloads of an entity in it. */
export function clusterFreshness(
  cluster: ClusterRecord,
  parts: readonly PosturePart[],
): ClusterFreshness {
  const part = parts.find(one => one.cluster === cluster.name);
  return {
    cluster: cluster.name,
    ...(cluster.title ? { title: cluster.title } : {}),
    production: cluster.production,
    state: cluster.state,
    ...(cluster.reason ? { reason: cluster.reason } : {}),
    ...timeAt('lastSuccessAt', cluster.lastSuccessAt),
    ...timeAt('failingSince', cluster.failingSince),
    workloads: part?.subjects ?? 0,
  };
}
