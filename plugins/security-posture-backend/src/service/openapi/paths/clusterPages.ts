import { PathItem, ref, responses } from '../kit';
import { clusterParameter, pageParameters } from '../parameters';

function ofCluster(
  operationId: string,
  summary: string,
  schema: string,
  paged: readonly object[] = [],
): PathItem {
  return {
    get: {
      operationId,
      summary,
      parameters: [clusterParameter, ...paged],
      responses: responses(200, 'What is known', ref(schema), [404]),
    },
  };
}

/** What the pages of clusters show, one answer a view. */
export const clusterPagePaths: Readonly<Record<string, PathItem>> = {
  '/matrix/clusters': {
    get: {
      operationId: 'getClusterMatrix',
      summary: 'Controls by clusters: how many subjects fail, of those judged',
      responses: responses(200, 'The matrix', ref('ClusterMatrix')),
    },
  },
  '/clusters/{name}/overview': ofCluster(
    'getClusterOverview',
    'A cluster with its posture, what to fix first, versions, access, namespaces, attestations and sweeps',
    'ClusterOverview',
  ),
  '/clusters/{name}/controls': ofCluster(
    'getClusterControls',
    'Every control of the cluster profile as it stands on a cluster',
    'ClusterControlsResponse',
  ),
  '/clusters/{name}/namespaces': ofCluster(
    'getClusterNamespaces',
    'Namespaces of a cluster with what bounds their pods, the least bounded first',
    'ClusterNamespaces',
    pageParameters,
  ),
  '/clusters/{name}/nodes': ofCluster(
    'getClusterNodes',
    'Nodes of a cluster with what they run, those on which most is open first',
    'ClusterNodes',
    pageParameters,
  ),
  '/clusters/{name}/access': ofCluster(
    'getClusterAccess',
    'Bindings of a cluster that give somebody what a few should have',
    'AccessRisks',
    pageParameters,
  ),
};
