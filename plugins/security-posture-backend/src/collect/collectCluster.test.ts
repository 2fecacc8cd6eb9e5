import {
  ClusterDescription,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  DemoCluster,
  Fault,
  Manifest,
  parseManifests,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { collectCluster, CollectOptions } from './collectCluster';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';
import { CollectProgress } from './ListCollector';
import { failureOf } from './__testUtils__/failureOf';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';

const TOKEN = 'cluster-token';

/** Deployment `web` with two pods, CronJob `report`, a bare Job, a bare Pod, an Argo Rollout's ReplicaSets. */
const OBJECTS = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
---
apiVersion: v1
kind: Node
metadata: { name: node-1 }
status:
  nodeInfo: { kubeletVersion: v1.35.8 }
  images: [{ names: [a-long-list] }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  managedFields: [{ manager: kubectl }]
  annotations: { kubectl.kubernetes.io/last-applied-configuration: '{}' }
spec: { template: { spec: { containers: [{ name: web, image: 'web:1' }] } } }
status: { replicas: 2 }
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-7d9f
  namespace: shop
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
spec: { template: { spec: { containers: [{ name: web, image: 'web:1' }] } } }
---
apiVersion: v1
kind: Pod
metadata:
  name: web-7d9f-a
  namespace: shop
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9f, controller: true }]
spec:
  nodeName: node-1
  containers: [{ name: web, image: 'web:1' }, { name: mesh, image: 'mesh:1' }]
  ephemeralContainers: [{ name: debugger, image: 'shell:1' }]
status:
  phase: Running
  containerStatuses: [{ name: web, imageID: 'docker.io/library/web@sha256:${'a'.repeat(
    64,
  )}' }]
---
apiVersion: v1
kind: Pod
metadata:
  name: web-7d9f-b
  namespace: shop
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9f, controller: true }]
spec:
  nodeName: node-1
  containers: [{ name: web, image: 'web:1' }]
  ephemeralContainers: [{ name: debugger, image: 'shell:1' }]
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: report }] } } } } }
---
apiVersion: batch/v1
kind: Job
metadata:
  name: report-29384756
  namespace: shop
  ownerReferences: [{ apiVersion: batch/v1, kind: CronJob, name: report, controller: true }]
spec: { template: { spec: { containers: [{ name: report }] } } }
---
apiVersion: v1
kind: Pod
metadata: { name: bare, namespace: shop }
spec: { containers: [{ name: bare }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver-node-1
  namespace: kube-system
  annotations: { kubernetes.io/config.mirror: f00 }
  ownerReferences: [{ apiVersion: v1, kind: Node, name: node-1, controller: true }]
spec: { nodeName: node-1, containers: [{ name: kube-apiserver }] }
`;

const BARE_JOB = `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec: { template: { spec: { containers: [{ name: migrate }] } } }
`;

const ROLLOUT = [1, 2]
  .map(
    revision => `
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: cart-${revision}
  namespace: shop
  creationTimestamp: 2026-0${revision}-01T00:00:00Z
  ownerReferences: [{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: cart, controller: true }]
spec: { template: { spec: { containers: [{ name: cart, image: 'cart:${revision}' }] } } }
`,
  )
  .join('---');

function manifests(text: string): Manifest[] {
  return parseManifests(text, 'test');
}

describe('collectCluster', () => {
  let first: DemoCluster;
  let second: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;
  let clusters: readonly ClusterDescription[];

  beforeAll(async () => {
    const start = (name: string) =>
      startDemoCluster({
        name,
        shape: 'asWritten',
        objects: manifests(OBJECTS),
        tokens: [{ token: TOKEN, rules: 'all' }],
      });
    first = await start('first');
    second = await start('second');
    plugin = await startKubernetesPlugin(
      [first, second].map(({ name, url }) => ({
        name,
        url,
        serviceAccountToken: TOKEN,
      })),
    );
    reader = new KubernetesProxyClusterReader({
      ...plugin,
      limits: { waitMs: 20 },
    });
    clusters = await reader.listClusters();
    await reader.get(clusters[0], '/version');
  }, 60_000);

  beforeEach(() => {
    for (const cluster of [first, second]) {
      cluster.faults.clear();
      cluster.replaceObjects(manifests(OBJECTS));
      cluster.requests.clear();
    }
  });

  afterAll(() =>
    Promise.all([plugin, first, second].map(started => started.stop())),
  );

  function collect(options: Partial<CollectOptions> = {}) {
    return collectCluster(reader, clusters[0], {
      needs: ['limitRanges', 'nodes', 'configMaps', 'livePods'],
      signal: new AbortController().signal,
      ...options,
    });
  }

  const pathsOf = (cluster: DemoCluster) =>
    cluster.requests.list().map(({ path }) => path);

  const namesOf = ({ workloads }: Awaited<ReturnType<typeof collect>>) =>
    workloads.map(({ subject }) => `${subject.kind}/${subject.name}`).sort();

  it('brings every workload home once', async () => {
    first.apply(manifests(`${BARE_JOB}---${ROLLOUT}`));
    const collected = await collect();
    expect(namesOf(collected)).toEqual([
      'CronJob/report',
      'Deployment/web',
      'Job/migrate',
      'Pod/bare',
      'ReplicaSet/cart-2',
    ]);
    expect(collected.inventory.workloads).toEqual({
      read: true,
      items: collected.workloads,
    });
    expect(collected.unreadWorkloadKinds).toEqual([]);
    expect(collected.serverVersion).toBe('v1.35.8');
    expect(collected.inventory.kubernetesVersion).toEqual({
      minor: 35,
      patch: 8,
    });
  });

  it('keeps of pods what rules ask for', async () => {
    const { inventory, workloads } = await collect();
    const { livePods } = inventory;
    expect(livePods.read && livePods.items.map(pod => pod.owner)).toEqual([
      { kind: 'Node', name: 'node-1' },
      { kind: 'Pod', name: 'bare' },
      { kind: 'Deployment', name: 'web' },
      { kind: 'Deployment', name: 'web' },
    ]);
    expect(livePods.read && livePods.items[2]).toEqual({
      namespace: 'shop',
      name: 'web-7d9f-a',
      nodeName: 'node-1',
      owner: { kind: 'Deployment', name: 'web' },
      injected: [{ name: 'mesh', kind: 'app', image: 'mesh:1' }],
      imageDigests: { web: `sha256:${'a'.repeat(64)}` },
    });
    const web = workloads.find(({ subject }) => subject.name === 'web');
    expect(web?.containers.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'app web',
      'ephemeral debugger',
    ]);
  });

  it('leaves behind what no rule reads', async () => {
    const { inventory, workloads } = await collect();
    const web = workloads.find(({ subject }) => subject.name === 'web');
    expect(web?.toObject()).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: expect.objectContaining({ name: 'web', annotations: {} }),
      spec: expect.anything(),
    });
    expect(web?.toObject().metadata).not.toHaveProperty('managedFields');
    const { nodes } = inventory.supporting;
    expect(nodes.read && nodes.items[0].status).toEqual({
      nodeInfo: { kubeletVersion: 'v1.35.8' },
    });
  });

  it('asks for each needed kind once, and for nothing else', async () => {
    await collect();
    expect(pathsOf(first).sort()).toEqual([
      '/api',
      '/api/v1/limitranges',
      '/api/v1/namespaces',
      '/api/v1/nodes',
      '/api/v1/pods',
      '/api/v1/replicationcontrollers',
      '/apis',
      '/apis/apps/v1/daemonsets',
      '/apis/apps/v1/deployments',
      '/apis/apps/v1/replicasets',
      '/apis/apps/v1/statefulsets',
      '/apis/batch/v1/cronjobs',
      '/apis/batch/v1/jobs',
      '/version',
    ]);
    const requests = first.requests.list();
    expect(new Set(requests.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
    const accepted = (plural: string) =>
      requests.find(({ path }) => path.endsWith(plural))?.accept;
    expect(accepted('replicasets')).toContain('PartialObjectMetadataList');
    expect(accepted('/jobs')).toContain('PartialObjectMetadataList');
    expect(accepted('/deployments')).toBe('application/json');
    expect(second.requests.list()).toEqual([]);
  });

  it('asks for 100 a page of what runs, and for 500 of the rest', async () => {
    await collect();
    const limits = first.requests
      .list()
      .filter(({ query }) => query.limit)
      .map(({ path, query }) => `${path.split('/').pop()} ${query.limit}`);
    expect(limits.sort()).toEqual([
      'cronjobs 100',
      'daemonsets 100',
      'deployments 100',
      'jobs 100',
      'limitranges 500',
      'namespaces 500',
      'nodes 500',
      'pods 100',
      'replicasets 100',
      'replicationcontrollers 100',
      'statefulsets 100',
    ]);
  });

  it('reads a whole list of ReplicaSets or Jobs only where one has no owner', async () => {
    first.apply(manifests(BARE_JOB));
    await collect();
    const of = (plural: string) =>
      first.requests.list().filter(({ path }) => path.endsWith(plural));
    expect(of('/jobs').map(({ accept }) => accept)).toEqual([
      expect.stringContaining('PartialObjectMetadataList'),
      'application/json',
    ]);
    expect(of('/replicasets')).toHaveLength(1);
  });

  it('reads opt-in kinds only where they are asked for', async () => {
    const without = await collect();
    expect(without.inventory.supporting.configMaps).toEqual({
      read: false,
      reason: 'probeOff',
    });
    const asked = await collect({ optIn: ['configMaps'] });
    expect(asked.inventory.supporting.configMaps.read).toBe(true);
    expect(pathsOf(first)).toContain('/api/v1/configmaps');
  });

  it('tells how far it is', async () => {
    const told: CollectProgress[] = [];
    await collect({ onProgress: progress => told.push(progress) });
    expect(told[0]).toMatchObject({ listsRead: 0, listsTotal: 11 });
    expect(told[told.length - 1]).toEqual({
      listsRead: 11,
      listsTotal: 11,
      objectsRead: 11,
    });
  });

  it('reads many pages of pods, and begins anew where the list expires', async () => {
    first.apply(
      Array.from({ length: 250 }, (_, index) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `many-${index}`, namespace: 'shop' },
        spec: { containers: [{ name: 'many' }] },
      })),
    );
    first.faults.set({
      type: 'expired',
      resource: 'pods',
      after: 1,
      times: 1,
    });
    const collected = await collect();
    expect(pathsOf(first).filter(path => path.endsWith('/pods'))).toHaveLength(
      6,
    );
    expect(collected.workloads).toHaveLength(253);
    expect(collected.lists).toContainEqual({ resource: 'pods', objects: 254 });
    const { livePods } = collected.inventory;
    expect(livePods.read && livePods.items).toHaveLength(254);
  });

  it('reads two clusters at once and mixes nothing', async () => {
    second.replaceObjects(manifests(BARE_JOB));
    const { signal } = new AbortController();
    const [one, two] = await Promise.all(
      clusters.map(cluster =>
        collectCluster(reader, cluster, { needs: [], signal }),
      ),
    );
    expect(namesOf(one)).toEqual([
      'CronJob/report',
      'Deployment/web',
      'Pod/bare',
    ]);
    expect(namesOf(two)).toEqual(['Job/migrate']);
  });

  describe('where one list fails', () => {
    it.each<[string, Fault, string]>([
      ['is forbidden', { type: 'forbidden' }, 'forbidden'],
      ['fails', { type: 'internalError' }, 'unreachable'],
      ['is dead', { type: 'dead' }, 'unreachable'],
      ['is throttled', { type: 'tooManyRequests' }, 'unreachable'],
      ['is half', { type: 'truncated' }, 'parseError'],
      ['is garbage', { type: 'garbage' }, 'parseError'],
    ])('that %s, it alone is missing', async (_, fault, reason) => {
      first.faults.set({ ...fault, resource: 'limitranges' });
      const collected = await collect();
      const { limitRanges, nodes } = collected.inventory.supporting;
      expect(limitRanges).toEqual({ read: false, reason });
      expect(nodes.read).toBe(true);
      expect(collected.workloads).toHaveLength(3);
      expect(collected.lists).toContainEqual({
        resource: 'limitranges',
        reason,
      });
    });

    it('in the middle, nothing of it counts', async () => {
      first.apply(
        Array.from({ length: 101 }, (_, index) => ({
          apiVersion: 'apps/v1',
          kind: 'DaemonSet',
          metadata: { name: `agent-${index}`, namespace: 'shop' },
        })),
      );
      first.faults.set({
        type: 'internalError',
        resource: 'daemonsets.apps',
        continuing: true,
      });
      const collected = await collect();
      expect(namesOf(collected)).toEqual([
        'CronJob/report',
        'Deployment/web',
        'Pod/bare',
      ]);
      expect(collected.unreadWorkloadKinds).toEqual([
        { resource: 'daemonSets', kind: 'DaemonSet', reason: 'unreachable' },
      ]);
      expect(collected.inventory.workloads).toEqual({
        read: false,
        reason: 'partial',
      });
    });

    it('of pods, running pods are unread and workloads are not', async () => {
      first.faults.set({ type: 'forbidden', resource: 'pods' });
      const collected = await collect();
      expect(collected.inventory.livePods).toEqual({
        read: false,
        reason: 'forbidden',
      });
      expect(namesOf(collected)).toEqual(['CronJob/report', 'Deployment/web']);
    });

    it('of Deployments for once, nothing is judged in their place', async () => {
      first.faults.set({ type: 'internalError', resource: 'deployments.apps' });
      expect(namesOf(await collect())).toEqual(['CronJob/report', 'Pod/bare']);
    });

    it('of Deployments for good, their ReplicaSets are judged', async () => {
      first.faults.set({ type: 'forbidden', resource: 'deployments.apps' });
      expect(namesOf(await collect())).toEqual([
        'CronJob/report',
        'Pod/bare',
        'ReplicaSet/web-7d9f',
      ]);
    });

    it('of discovery, all kinds are asked for', async () => {
      first.faults.set({ type: 'garbage', path: '/api' });
      first.faults.set({ type: 'garbage', path: '/apis' });
      const collected = await collect();
      expect(collected.workloads).toHaveLength(3);
      expect(collected.lists).toHaveLength(11);
      expect(collected.lists.every(({ reason }) => !reason)).toBe(true);
    });
  });

  describe('where the cluster fails', () => {
    const failures: [string, Fault[], number | undefined][] = [
      ['refuses credentials', [{ type: 'unauthorized' }], 401],
      [
        'refuses credentials in the middle',
        [{ type: 'unauthorized', resource: 'pods' }],
        401,
      ],
      ['sends a page of HTML', [{ type: 'garbage' }], undefined],
      ['fails', [{ type: 'internalError' }], 500],
      ['is dead', [{ type: 'dead' }], undefined],
      [
        'answers its version only',
        [{ type: 'internalError', after: 3 }],
        undefined,
      ],
    ];
    it.each(failures)(
      'because it %s, it is unreachable as a whole',
      async (_, faults, status) => {
        for (const fault of faults) first.faults.set(fault);
        expect(await failureOf(collect())).toEqual({
          reason: 'unreachable',
          reach: 'cluster',
          status,
        });
      },
    );

    it('asks a dead cluster for its version and for nothing more', async () => {
      first.faults.set({ type: 'dead' });
      await expect(collect()).rejects.toBeInstanceOf(ClusterReadError);
      expect(pathsOf(first)).toEqual(['/version']);
    });
  });

  it('ends where it is aborted, in the middle of a list', async () => {
    const controller = new AbortController();
    first.faults.set({ type: 'dead', how: 'hang', resource: 'pods' });
    const collecting = collect({
      signal: controller.signal,
      onProgress: ({ listsRead }) => {
        if (listsRead === 10)
          setTimeout(() => controller.abort(new Error('stopped')), 50);
      },
    });
    await expect(collecting).rejects.toThrow('stopped');
  });
});
