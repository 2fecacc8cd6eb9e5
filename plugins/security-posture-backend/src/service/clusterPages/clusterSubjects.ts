import {
  DescribedCluster,
  DescribedNamespace,
  DescribedNode,
} from 'security-posture-engine';
import { ClusterSubjectRecord } from '../../database/ClusterDetailsReader';
import { RouteContext } from '../RouteContext';

/** What a cluster answers for, but for its bindings. */
export interface ClusterSubjects {
  /** The cluster itself; absent where nothing of it was judged. */
  readonly own?: ClusterSubjectRecord<DescribedCluster>;
  readonly nodes: readonly ClusterSubjectRecord<DescribedNode>[];
  readonly namespaces: readonly ClusterSubjectRecord<DescribedNamespace>[];
}

/** Reads what a cluster answers for. */
export async function readSubjects(
  { clusterDetails }: RouteContext,
  cluster: string,
): Promise<ClusterSubjects> {
  const [clusters, nodes, namespaces] = await Promise.all([
    clusterDetails.listClusterSubjects([cluster]),
    clusterDetails.listNodes(cluster),
    clusterDetails.listNamespaces(cluster),
  ]);
  const own = clusters.get(cluster);
  return { ...(own ? { own } : {}), nodes, namespaces };
}
