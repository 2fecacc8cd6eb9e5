import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  ClusterDescription,
  ClusterReader,
  ListOptions,
  ListPage,
} from 'backstage-plugin-security-posture-node';
import {
  DemoCluster,
  Manifest,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { SUPPORTING_RESOURCES } from 'security-posture-engine';
import { KubernetesProxyClusterReader } from '../KubernetesProxyClusterReader';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './startKubernetesPlugin';

/** What the reader's tests list: service accounts `a` to `e` of cluster `prod`. */
export const ACCOUNTS = SUPPORTING_RESOURCES.serviceAccounts;

/** A description of a cluster as `listClusters` would give it. */
export function described(
  name: string,
  authProvider = 'serviceAccount',
): ClusterDescription {
  return { name, authProvider, scannable: true };
}

/** The real kubernetes plugin with clusters of every sort, and a reader that waits little. */
export interface ReaderSetUp {
  /** Registered as `prod` with the right token and as `wrong` with another. */
  readonly cluster: DemoCluster;
  /** Admits everybody; registered as `local`, `azure` and `gke`, and what `moved` redirects to. */
  readonly open: DemoCluster;
  readonly plugin: KubernetesPlugin;
  readonly reader: KubernetesProxyClusterReader;
  /** Clears all faults and forgets all requests. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts it. `gone` is registered as well, where nothing listens. */
export async function startReaderSetUp(): Promise<ReaderSetUp> {
  const token = 'cluster-token';
  const cluster = await startDemoCluster({
    name: 'prod',
    shape: 'asWritten',
    objects: ['a', 'b', 'c', 'd', 'e'].map(anAccount),
    tokens: [{ token, rules: 'all' }],
  });
  const open = await startDemoCluster({ name: 'open', shape: 'asWritten' });
  const redirecting = await startRedirecting(`${open.url}/version`);
  const { port } = redirecting.address() as AddressInfo;
  const plugin = await startKubernetesPlugin([
    {
      name: 'prod',
      title: 'Production',
      url: cluster.url,
      serviceAccountToken: token,
    },
    { name: 'local', url: open.url, authProvider: 'localKubectlProxy' },
    { name: 'azure', url: open.url, authProvider: 'aks' },
    { name: 'gke', url: open.url, authProvider: 'google' },
    {
      name: 'moved',
      url: `http://127.0.0.1:${port}`,
      serviceAccountToken: token,
    },
    { name: 'wrong', url: cluster.url, serviceAccountToken: 'other-token' },
    { name: 'gone', url: 'http://127.0.0.1:1', serviceAccountToken: token },
  ]);
  const reader = new KubernetesProxyClusterReader({
    ...plugin,
    limits: { waitMs: 20 },
  });
  const reset = () =>
    [cluster, open].forEach(demo => {
      demo.faults.clear();
      demo.requests.clear();
    });
  await reader.get(described('prod'), '/version');
  reset();
  const stop = async () => {
    redirecting.close();
    await Promise.all([plugin, cluster, open].map(started => started.stop()));
  };
  return { cluster, open, plugin, reader, reset, stop };
}

/** All pages of a list of `prod`. */
export async function pagesOf(
  reader: ClusterReader,
  options: ListOptions = {},
): Promise<readonly ListPage[]> {
  const pages = [];
  for await (const page of reader.list(described('prod'), ACCOUNTS, options))
    pages.push(page);
  return pages;
}

/** Names of the objects of a page. */
export function namesOf({ items }: ListPage): string {
  return items
    .map(({ metadata }) => (metadata as { name: string }).name)
    .join();
}

function anAccount(name: string): Manifest {
  const metadata = { name, namespace: 'shop' };
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
}

async function startRedirecting(location: string): Promise<Server> {
  const server = createServer((_, response) =>
    response.writeHead(302, { Location: location }).end(),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
