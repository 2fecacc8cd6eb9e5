import { ClusterDescription } from 'backstage-plugin-security-posture-node';
import {
  DemoCluster,
  Manifest,
  parseManifests,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import {
  collectCluster,
  CollectedCluster,
  CollectOptions,
} from '../collectCluster';
import { KubernetesProxyClusterReader } from '../KubernetesProxyClusterReader';
import { OBJECTS } from './shopManifests';
import { startKubernetesPlugin } from './startKubernetesPlugin';

const TOKEN = 'cluster-token';

/** The real kubernetes plugin with two clusters that hold the shop, and a reader that waits little. */
export interface CollectSetUp {
  readonly first: DemoCluster;
  readonly second: DemoCluster;
  readonly reader: KubernetesProxyClusterReader;
  /** The descriptions of both. */
  readonly clusters: readonly ClusterDescription[];
  /** Collects the first cluster. */
  collect(options?: Partial<CollectOptions>): Promise<CollectedCluster>;
  /** Brings both back to how they began. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startCollectSetUp(): Promise<CollectSetUp> {
  const first = await startShop('first');
  const second = await startShop('second');
  const plugin = await startKubernetesPlugin(
    [first, second].map(({ name, url }) => ({
      name,
      url,
      serviceAccountToken: TOKEN,
    })),
  );
  const reader = new KubernetesProxyClusterReader({
    ...plugin,
    limits: { waitMs: 20 },
  });
  const clusters = await reader.listClusters();
  await reader.get(clusters[0], '/version');
  return {
    first,
    second,
    reader,
    clusters,
    collect: options =>
      collectCluster(reader, clusters[0], {
        needs: ['limitRanges', 'nodes', 'configMaps', 'livePods'],
        signal: new AbortController().signal,
        ...options,
      }),
    reset: () => [first, second].forEach(resetShop),
    stop: async () => {
      await Promise.all([plugin, first, second].map(started => started.stop()));
    },
  };
}

/** Manifests of a test. */
export function manifests(text: string): Manifest[] {
  return parseManifests(text, 'test');
}

/** The paths that a cluster was asked for. */
export function pathsOf(cluster: DemoCluster): string[] {
  return cluster.requests.list().map(({ path }) => path);
}

/** The workloads that are judged, in the order of their names. */
export function namesOf({ workloads }: CollectedCluster): string[] {
  return workloads
    .map(({ subject }) => `${subject.kind}/${subject.name}`)
    .sort();
}

function startShop(name: string): Promise<DemoCluster> {
  return startDemoCluster({
    name,
    shape: 'asWritten',
    objects: manifests(OBJECTS),
    tokens: [{ token: TOKEN, rules: 'all' }],
  });
}

function resetShop(cluster: DemoCluster): void {
  cluster.faults.clear();
  cluster.replaceObjects(manifests(OBJECTS));
  cluster.requests.clear();
}
