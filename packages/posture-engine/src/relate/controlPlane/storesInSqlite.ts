import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { isJsonObject } from '../../read/typedReads';
import { K3sServer, k3sServers } from './k3sServers';

/** Arguments of k3s that ask for etcd, or for a database elsewhere. */
const OTHER_STORES = ['cluster-init', 'datastore-endpoint', 'server'];
const ETCD_ROLE = 'node-role.kubernetes.io/etcd';
const ENVIRONMENT = 'k3s.io/node-env';

/** True for k3s with one server that keeps its data in SQLite: then there is no etcd. False where nothing shows it. */
export function storesInSqlite(
  inventory: ControlContext<'nodes'>['inventory'],
): boolean {
  const servers = k3sServers(unlessMissing(() => inventory.nodes) ?? []);
  return servers.length === 1 && usesSqlite(servers[0]);
}

function usesSqlite({ node, arguments: given }: K3sServer): boolean {
  const { labels, annotations } = node.metadata;
  const environment = String(
    isJsonObject(annotations) ? annotations[ENVIRONMENT] ?? '' : '',
  );
  return (
    !(isJsonObject(labels) && ETCD_ROLE in labels) &&
    !OTHER_STORES.some(argument => given.has(argument)) &&
    !/K3S_(?:DATASTORE_ENDPOINT|CLUSTER_INIT|URL)/.test(environment)
  );
}
