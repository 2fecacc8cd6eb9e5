import { ClusterRecord } from '../database/records';
import { ClusterPart, PostureValues } from '../database/RollupStore';
import { scoreParts } from '../views/sumEntity';
import { Measure, valuesOf } from './postureValues';

/** The posture of a cluster itself: control plane, nodes, bindings and namespaces. Whether it is production changes nothing. */
export function clusterValues(
  { cluster, parts, workloads, ownedWorkloads, exempted }: ClusterPart,
  clusters: readonly ClusterRecord[],
  measure: Measure,
): PostureValues {
  const sum = scoreParts(parts, exempted, measure.profile);
  const record = clusters.find(({ name }) => name === cluster);
  return {
    ...valuesOf(sum, measure),
    state: sum.parts.length ? 'judged' : stateOf(record),
    subjects: workloads,
    owned: ownedWorkloads,
  };
}

/** Why a cluster has no posture of its own. */
function stateOf(record: ClusterRecord | undefined): PostureValues['state'] {
  if (record?.state === 'needsUserCredentials') return 'needsUserCredentials';
  return record?.state === 'unreachable' ? 'unreachable' : 'neverScanned';
}
