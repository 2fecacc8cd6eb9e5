import { DemoCluster } from 'security-posture-demo-cluster';
import { BARE_JOB, ROLLOUT } from './__testUtils__/shopManifests';
import {
  CollectSetUp,
  manifests,
  namesOf,
  pathsOf,
  startCollectSetUp,
} from './__testUtils__/startCollectSetUp';
import { collectCluster } from './collectCluster';
import { CollectProgress } from './ListCollector';

describe('collectCluster', () => {
  let setUp: CollectSetUp;
  let first: DemoCluster;
  let second: DemoCluster;
  let reader: CollectSetUp['reader'];
  let clusters: CollectSetUp['clusters'];
  let collect: CollectSetUp['collect'];

  beforeAll(async () => {
    setUp = await startCollectSetUp();
    ({ first, second, reader, clusters, collect } = setUp);
  }, 60_000);
  beforeEach(() => setUp.reset());
  afterAll(() => setUp.stop());

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
      labels: { 'pod-template-hash': '7d9f' },
      owner: { kind: 'Deployment', name: 'web' },
      madeBy: { kind: 'ReplicaSet', name: 'web-7d9f' },
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
