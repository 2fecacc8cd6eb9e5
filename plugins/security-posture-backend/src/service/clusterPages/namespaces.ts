import { ClusterNamespaces } from 'backstage-plugin-security-posture-common';
import { DescribedNamespace } from 'security-posture-engine';
import { ClusterSubjectRecord } from '../../database/ClusterDetailsReader';
import { Visibility } from '../../database/operations/visibleRefs';
import {
  clusterNamespace,
  leastBoundedFirst,
} from '../../views/clusterPages/clusterNamespace';
import { RouteContext } from '../RouteContext';

/** A page of these namespaces of a cluster, the least bounded first, with the services that the caller may see. */
export async function describeNamespaces(
  { clusterDetails, history }: RouteContext,
  cluster: string,
  namespaces: readonly ClusterSubjectRecord<DescribedNamespace>[],
  visibility: Visibility,
  { offset = 0, limit }: { readonly offset?: number; readonly limit: number },
): Promise<ClusterNamespaces> {
  const [services, partial] = await Promise.all([
    clusterDetails.listNamespaceServices(cluster, visibility),
    history.isPartial(visibility),
  ]);
  const items = namespaces
    .map(record => clusterNamespace(record, services.get(record.name) ?? []))
    .sort(leastBoundedFirst)
    .slice(offset, offset + limit);
  return { items, total: namespaces.length, partial };
}
