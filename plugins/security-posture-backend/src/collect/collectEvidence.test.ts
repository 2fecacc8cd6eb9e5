import {
  DemoCluster,
  Fault,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import {
  ControlNeed,
  EVIDENCE_LISTS,
  ImportedDocument,
  Listed,
} from 'security-posture-engine';
import { OBJECTS } from './__testUtils__/shopManifests';
import { manifests } from './__testUtils__/startCollectSetUp';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';
import { collectCluster, CollectOptions } from './collectCluster';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

const METRICS = `# HELP apiserver_audit_event_total Counter of audit events
# TYPE apiserver_audit_event_total counter
apiserver_audit_event_total 12
apiserver_request_total{code="200"} 99
this line is garbage
apiserver_storage_transformation_operations_total{resource="secrets",transformer_prefix="k8s:enc:kms:v2:"} 4
`;
const FLAGS = { 'anonymous-auth': 'false', profiling: 'true' };
const CONFIG = `
apiVersion: v1
kind: ConfigMap
metadata: { name: kubeadm-config, namespace: kube-system }
data: { ClusterConfiguration: 'apiServer: {}' }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: coredns, namespace: kube-system }
data: { Corefile: '.:53 {}' }
`;

const NEEDS: readonly ControlNeed[] = EVIDENCE_LISTS;

describe('collecting evidence', () => {
  let cluster: DemoCluster;
  let old: DemoCluster;
  let newest: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;

  beforeAll(async () => {
    cluster = await startCluster('evident', { metrics: METRICS, flags: FLAGS });
    old = await startCluster('old', { version: 'v1.33.2', flags: FLAGS });
    newest = await startCluster('new', { version: 'v1.36.1', flags: FLAGS });
    plugin = await startKubernetesPlugin(
      [cluster, old, newest].map(({ name, url }) => ({
        name,
        url,
        serviceAccountToken: 'token',
      })),
    );
    reader = new KubernetesProxyClusterReader({
      ...plugin,
      limits: { waitMs: 20, requestMs: 2_000 },
    });
    const patient = new KubernetesProxyClusterReader(plugin);
    for (const each of await patient.listClusters())
      await patient.get(each, '/version');
  }, 60_000);
  beforeEach(() => {
    for (const each of [cluster, old, newest]) {
      each.faults.clear();
      each.requests.clear();
    }
  });
  afterAll(() =>
    Promise.all([plugin, cluster, old, newest].map(started => started.stop())),
  );

  const collect = async (
    options: Partial<CollectOptions> = {},
    name = 'evident',
  ) => {
    const clusters = await reader.listClusters();
    const collected = await collectCluster(
      reader,
      clusters.find(each => each.name === name)!,
      { needs: NEEDS, signal: new AbortController().signal, ...options },
    );
    return { ...collected, evidence: collected.inventory.evidence };
  };

  it('reads what the API server tells beside its lists', async () => {
    const { evidence, lists } = await collect();
    expect(itemsOf(evidence.apiServerFlags)).toEqual([{ flags: FLAGS }]);
    expect(itemsOf(evidence.apiServerMetrics)).toEqual([
      { name: 'apiserver_audit_event_total', labels: {}, value: 12 },
      {
        name: 'apiserver_storage_transformation_operations_total',
        labels: {
          resource: 'secrets',
          transformer_prefix: 'k8s:enc:kms:v2:',
        },
        value: 4,
      },
    ]);
    expect(
      itemsOf(evidence.kubeSystemConfigMaps).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['kubeadm-config']);
    expect(
      itemsOf(evidence.staticPods).map(({ metadata }) => metadata.name),
    ).toEqual(['kube-apiserver-node-1']);
    expect(itemsOf(evidence.servedResources)).toContainEqual({
      group: 'apps',
      plural: 'deployments',
    });
    expect(lists).toEqual(
      expect.arrayContaining([
        { resource: 'configmaps of kube-system', objects: 1 },
        { resource: '/flagz', objects: 1 },
        { resource: '/metrics', objects: 2 },
      ]),
    );
  });

  it('lists no pods twice for static pods, and no ConfigMap at all', async () => {
    await collect();
    const paths = cluster.requests.list().map(({ path }) => path);
    expect(paths.filter(path => path.endsWith('/pods'))).toHaveLength(1);
    expect(paths.filter(path => path.endsWith('/configmaps'))).toEqual([]);
    expect(paths).not.toContain(
      '/api/v1/namespaces/kube-system/configmaps/coredns',
    );
    expect(paths.filter(path => path.includes('/nodes/'))).toEqual([]);
  });

  it('reads only what a control needs', async () => {
    const { evidence } = await collect({ needs: ['apiServerFlags'] });
    expect(EVIDENCE_LISTS.filter(name => evidence[name].read)).toEqual([
      'apiServerFlags',
    ]);
    expect(cluster.requests.list().map(({ path }) => path)).not.toContain(
      '/metrics',
    );
  });

  it.each([
    ['v1beta1', 'new'],
    ['v1alpha1', 'evident'],
    ['text', 'old'],
  ])('reads flags in the form of %s', async (_, name) => {
    const { evidence } = await collect({}, name);
    expect(itemsOf(evidence.apiServerFlags)).toEqual([{ flags: FLAGS }]);
  });

  it('takes documents that were posted, and counts them as switched off without a store', async () => {
    const document: ImportedDocument = {
      kind: 'audit-policy',
      receivedAt: 1,
      document: {},
    };
    const { evidence } = await collect({ readImports: async () => [document] });
    expect(itemsOf(evidence.imports)).toEqual([document]);
    expect((await collect()).evidence.imports).toEqual({
      read: false,
      reason: 'probeOff',
    });
  });

  it('fails where documents that were posted cannot be read', async () => {
    const readImports = async () => {
      throw new Error('the database is gone');
    };
    await expect(collect({ readImports })).rejects.toThrow('database');
  });

  const PAGES = [
    ['/metrics', 'apiServerMetrics', '/metrics'],
    ['/flagz', 'apiServerFlags', '/flagz'],
    [
      '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
      'kubeSystemConfigMaps',
      'configmaps of kube-system',
    ],
  ] as const;
  const FAULTS: readonly [Fault, string][] = [
    [{ type: 'forbidden' }, 'forbidden'],
    [{ type: 'tooManyRequests' }, 'unreachable'],
    [{ type: 'internalError' }, 'unreachable'],
    [{ type: 'dead' }, 'unreachable'],
    [{ type: 'truncated' }, 'parseError'],
    [{ type: 'truncated', contentLength: 'wrong' }, 'unreachable'],
    [{ type: 'garbage' }, 'parseError'],
  ];
  const FAULTY_PAGES = PAGES.flatMap(page =>
    FAULTS.map(([fault, reason]) => ({ page, fault, reason })),
  );

  it.each(FAULTY_PAGES)(
    '$page.0 that is $fault.type costs only itself',
    async ({ page: [path, name, list], fault, reason }) => {
      cluster.faults.set({ ...fault, path });
      const { evidence, lists, workloads } = await collect();
      expect(evidence[name]).toEqual({ read: false, reason });
      expect(EVIDENCE_LISTS.filter(each => !evidence[each].read)).toEqual(
        expect.arrayContaining([name, 'imports', 'probes']),
      );
      expect(EVIDENCE_LISTS.filter(each => evidence[each].read)).toHaveLength(
        4,
      );
      expect(lists.filter(each => each.reason)).toEqual([
        { resource: list, reason },
      ]);
      expect(workloads).toHaveLength(3);
    },
    20_000,
  );

  it('waits for an answer that is slow', async () => {
    cluster.faults.set({ type: 'slow', delayMs: 300, path: '/metrics' });
    const { evidence } = await collect();
    expect(itemsOf(evidence.apiServerMetrics)).toHaveLength(2);
  });

  it('reads metrics of 10 MB without holding them', async () => {
    cluster.faults.set({ type: 'large', bytes: 10 << 20, path: '/metrics' });
    const { evidence } = await collect();
    expect(itemsOf(evidence.apiServerMetrics)).toHaveLength(2);
  });

  it('takes a cluster without /flagz and without its ConfigMaps as read', async () => {
    const bare = await startDemoCluster({
      name: 'bare',
      shape: 'asWritten',
      objects: manifests(OBJECTS),
      tokens: [{ token: 'token', rules: 'all' }],
    });
    const bares = await startKubernetesPlugin([
      { name: 'bare', url: bare.url, serviceAccountToken: 'token' },
    ]);
    const reading = new KubernetesProxyClusterReader(bares);
    const [description] = await reading.listClusters();
    const { inventory } = await collectCluster(reading, description, {
      needs: NEEDS,
      signal: new AbortController().signal,
    });
    await Promise.all([bare.stop(), bares.stop()]);
    expect(inventory.evidence.apiServerFlags).toEqual({
      read: true,
      items: [],
    });
    expect(inventory.evidence.kubeSystemConfigMaps).toEqual({
      read: true,
      items: [],
    });
  }, 60_000);
});

function startCluster(
  name: string,
  rest: { metrics?: string; flags?: Record<string, string>; version?: string },
): Promise<DemoCluster> {
  return startDemoCluster({
    name,
    shape: 'asWritten',
    objects: manifests(`${OBJECTS}---${CONFIG}`),
    tokens: [{ token: 'token', rules: 'all' }],
    ...rest,
  });
}

/** The items of a list, which has to be read. */
function itemsOf<Item>(list: Listed<Item>): readonly Item[] {
  if (!list.read) throw new Error(`It was not read: ${list.reason}`);
  return list.items;
}
