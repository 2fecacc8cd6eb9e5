import { PostureState } from 'backstage-plugin-security-posture-common';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { allowedClusters } from './entityClusters';

/** Why an entity has a posture, or has none. `workloads` is the number of those that were judged. */
export function entityState(
  record: EntityPostureRecord,
  workloads: number,
  clusters: readonly ClusterRecord[],
): PostureState {
  if (workloads > 0) return 'judged';
  if (clusters.length === 0) return 'noClusters';
  const { annotated, problem } = record.mapping;
  if (!annotated || problem !== undefined) return 'notMapped';
  return stateOfUnfound(allowedClusters(record, clusters));
}

/** An entity that asks for workloads, and of which none was found: no cluster may ever have been read. */
function stateOfUnfound(allowed: readonly ClusterRecord[]): PostureState {
  if (allowed.length === 0 || allowed.some(cluster => cluster.sweepNo > 0))
    return 'noWorkloads';
  if (allowed.some(cluster => cluster.state === 'neverScanned'))
    return 'neverScanned';
  return allowed.every(cluster => cluster.state === 'needsUserCredentials')
    ? 'needsUserCredentials'
    : 'unreachable';
}
