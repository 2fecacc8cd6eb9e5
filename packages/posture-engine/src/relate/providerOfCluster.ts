import { DataTable, Provider } from '../model/dataTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';
import { memoLatest } from './memo';

/** Nodes that are looked at: the nodes of a provider bear its labels all alike. */
const NODES_ASKED = 50;

/** What a cluster shows of who made it. Undefined where it was not read. */
export interface ClusterMarks {
  /** The version as the API server says it. */
  readonly serverVersion: string | undefined;
  readonly nodes: readonly KubernetesObject[] | undefined;
}

const providerOfNodes = memoLatest(
  (nodes: readonly KubernetesObject[], { rows }: DataTable<Provider>) => {
    const asked = nodes.slice(0, NODES_ASKED);
    return rows.find(provider => asked.some(node => isNodeOf(provider, node)));
  },
);

/**
 * The distribution or managed service that a cluster positively shows itself to be, by its version or the labels of its nodes.
 * Undefined proves nothing: a cluster may have been made by hand.
 */
export function providerOfCluster(
  table: DataTable<Provider>,
  { serverVersion = '', nodes }: ClusterMarks,
): Provider | undefined {
  return (
    table.rows.find(({ versionMarks }) =>
      versionMarks.some(mark => serverVersion.includes(mark)),
    ) ??
    (nodes && providerOfNodes(nodes, table))
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
