import { DataTable, Provider } from '../model/dataTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';

/** Nodes that are looked at: the nodes of a provider bear its labels all alike. */
const NODES_ASKED = 50;

/** What a cluster shows of who made it. Undefined where it was not read. */
export interface ClusterMarks {
  /** The version as the API server says it. */
  readonly serverVersion: string | undefined;
  readonly nodes: readonly KubernetesObject[] | undefined;
}

/**
 * The distribution or managed service that a cluster positively shows itself to be, by its version or the labels of its nodes.
 * Undefined proves nothing: a cluster may have been made by hand.
 */
export function providerOfCluster(
  { rows }: DataTable<Provider>,
  { serverVersion = '', nodes = [] }: ClusterMarks,
): Provider | undefined {
  const asked = nodes.slice(0, NODES_ASKED);
  return (
    rows.find(({ versionMarks }) =>
      versionMarks.some(mark => serverVersion.includes(mark)),
    ) ?? rows.find(provider => asked.some(node => isNodeOf(provider, node)))
  );
}

/** True where a node bears a label, or an id, that only this provider gives. */
export function isNodeOf(
  { nodeLabels, providerIds = [] }: Provider,
  node: KubernetesObject,
): boolean {
  const keys = isJsonObject(node.metadata.labels)
    ? Object.keys(node.metadata.labels)
    : [];
  const id = isJsonObject(node.spec) ? node.spec.providerID : undefined;
  return (
    keys.some(key => nodeLabels.some(beginning => key.startsWith(beginning))) ||
    (typeof id === 'string' &&
      providerIds.some(beginning => id.startsWith(beginning)))
  );
}
