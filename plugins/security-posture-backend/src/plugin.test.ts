import {
  ClusterView,
  EntityPosture,
  FindingsResponse,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { DemoCluster, Fault } from 'security-posture-demo-cluster';
import { OWN_TOKEN } from './collect/__testUtils__/startKubernetesPlugin';
import { dumpTables } from './database/__testUtils__/openStores';
import { testDatabases } from './database/__testUtils__/testDatabases';
import { ask } from './service/__testUtils__/callers';
import {
  demoComponents,
  DemoWorld,
  OTHER_WEB,
} from './__testUtils__/DemoWorld';
import { ManualScheduler } from './__testUtils__/ManualScheduler';
import { startPlugin, StartedPlugin } from './__testUtils__/startPlugin';

const GUEST = 'user:default/guest';

jest.setTimeout(120_000);

let world: DemoWorld;
beforeAll(async () => {
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());

testDatabases().forEach(open => {
  let plugin: StartedPlugin;
  let scheduler: ManualScheduler;
  let dump: () => ReturnType<typeof dumpTables>;
  /** Everything that the API answered. */
  const answers: string[] = [];

  beforeAll(async () => {
    const knex = await open();
    dump = () => dumpTables(knex);
    scheduler = new ManualScheduler();
    plugin = await startPlugin({
      knex,
      scheduler: scheduler.factory,
      kubernetes: world.kubernetes,
      reader: world.reader(),
      entities: [OTHER_WEB, ...(await demoComponents())],
      config: {
        securityPosture: {
          collect: { configMaps: true },
          sweeps: { maxConcurrent: 8 },
        },
      },
    });
    await scheduler.run('list-clusters');
    await scheduler.settle();
  });
  afterAll(() => plugin?.stop());
  afterEach(() => {
    world.clusters.forEach(({ faults }) => faults.clear());
    world.hidden.clear();
  });

  async function get<T>(path: string): Promise<T> {
    const { status, text } = await ask(plugin, 'get', path, GUEST);
    answers.push(text);
    expect({ path, status, text: status === 200 ? '' : text }).toEqual({
      path,
      status: 200,
      text: '',
    });
    return JSON.parse(text) as T;
  }

  async function post<T>(path: string): Promise<T> {
    const { status, text } = await ask(plugin, 'post', path, GUEST);
    answers.push(text);
    expect({ path, status }).toEqual({ path, status: 202 });
    return JSON.parse(text) as T;
  }

  /** Asks for scans of clusters and waits for their ends. */
  async function scan(...clusters: string[]): Promise<void> {
    for (const cluster of clusters) await post(`/clusters/${cluster}/scan`);
    await scheduler.settle();
  }

  async function clusterOf(name: string): Promise<ClusterView> {
    const { items } = await get<{ items: ClusterView[] }>('/clusters');
    return items.find(cluster => cluster.name === name)!;
  }

  const postureOf = (name: string) =>
    get<EntityPosture>(`/entities/component/default/${name}/posture`);

  /** What does not change with the time of an answer. */
  async function judgedOf(name: string) {
    const {
      state,
      score,
      controls,
      open: counts,
      workloads,
      findings,
    } = await postureOf(name);
    return {
      state,
      score,
      controls,
      counts,
      workloads,
      findings: findings.items.map(finding =>
        [
          finding.key,
          finding.control,
          finding.outcome,
          finding.openedAt,
          finding.staleSince,
        ].join(' '),
      ),
    };
  }

  async function findingsOf(name: string) {
    const path = `/entities/component/default/${name}/findings?limit=200`;
    return (await get<FindingsResponse>(path)).items;
  }

  it('gives postures after the first sweeps', async () => {
    expect((await clusterOf('prod')).state).toBe('scanned');
    expect(await clusterOf('other')).toMatchObject({
      state: 'scanned',
      workloads: 1,
    });
    const cart = await postureOf('cart');
    expect(cart).toMatchObject({ state: 'judged' });
    const other = JSON.stringify(await postureOf('other-web'));
    expect(other).toMatch(/privileged-container/);
    expect(plugin.logged.filter(line => /^(error)/.test(line))).toEqual([]);
  });

  it('contacts no cluster that admits users only', async () => {
    expect(await clusterOf('trap')).toMatchObject({
      state: 'needsUserCredentials',
    });
    expect(world.trap.requests.list()).toEqual([]);
    expect(scheduler.ids).not.toContain('sweep:trap');
  });

  it('says of a cluster that nobody answers for that it is unreachable', async () => {
    expect(await clusterOf('gone')).toMatchObject({
      state: 'unreachable',
      reason: 'unreachable',
      lastSweep: { status: 'failed' },
    });
  });

  it('writes nothing but the sweeps themselves where nothing changed', async () => {
    await scan('prod');
    const {
      sweeps: _,
      clusters: __,
      scan_requests: ___,
      ...before
    } = await dump();
    await scan('prod');
    const {
      sweeps: _a,
      clusters: _b,
      scan_requests: _c,
      ...after
    } = await dump();
    expect(after).toEqual(before);
  });

  describe('a cluster that fails as a whole', () => {
    it.each<[string, Fault, string]>([
      ['401', { type: 'unauthorized' }, 'unreachable'],
      ['500', { type: 'internalError' }, 'unreachable'],
      ['garbage', { type: 'garbage' }, 'unreachable'],
      ['truncated answers', { type: 'truncated' }, 'unreachable'],
      [
        '429 for ever',
        { type: 'tooManyRequests', retryAfterSeconds: 0 },
        'unreachable',
      ],
      ['closed connections', { type: 'dead' }, 'unreachable'],
      ['silence', { type: 'dead', how: 'hang' }, 'unreachable'],
      ['403 for everything', { type: 'forbidden' }, 'forbidden'],
    ])('with %s keeps its posture and says why', async (_, fault, reason) => {
      const before = await judgedOf('other-web');
      const { lastSuccessAt } = await clusterOf('other');
      world.other.faults.set(fault);
      await scan('other');
      expect(await clusterOf('other')).toMatchObject({
        state: 'unreachable',
        reason,
        lastSuccessAt,
        failingSince: expect.any(String),
        lastSweep: { status: 'failed', reason },
      });
      expect(await judgedOf('other-web')).toEqual(before);
    });

    it('harms no other', async () => {
      world.other.faults.set({ type: 'dead' });
      await scan('other', 'open');
      expect(await clusterOf('open')).toMatchObject({
        state: 'scanned',
        lastSweep: { status: 'complete' },
      });
    });

    it('recovers', async () => {
      const before = await judgedOf('other-web');
      await scan('other');
      const cluster = await clusterOf('other');
      expect(cluster).toMatchObject({
        state: 'scanned',
        lastSweep: { status: 'complete' },
      });
      expect(cluster).not.toHaveProperty('reason');
      expect(cluster).not.toHaveProperty('failingSince');
      expect(await judgedOf('other-web')).toEqual(before);
    });
  });

  it('loses nothing to a list that fails for a moment', async () => {
    const before = await judgedOf('other-web');
    const { faults } = world.other;
    faults.set({
      type: 'tooManyRequests',
      retryAfterSeconds: 0,
      resource: 'serviceaccounts',
      times: 1,
    });
    faults.set({
      type: 'unavailable',
      retryAfterSeconds: 0,
      resource: 'nodes',
      times: 1,
    });
    faults.set({ type: 'expired', resource: 'pods', times: 1 });
    faults.set({ type: 'slow', delayMs: 300, resource: 'limitranges' });
    await scan('other');
    expect(faults.list().map(({ type }) => type)).toEqual(['slow']);
    const { state, lastSweep } = await clusterOf('other');
    expect({ state, status: lastSweep?.status }).toEqual({
      state: 'scanned',
      status: 'complete',
    });
    expect(lastSweep?.lists.filter(({ reason }) => reason)).toEqual([]);
    expect(lastSweep?.lists).toContainEqual({ resource: 'pods', objects: 130 });
    expect(await judgedOf('other-web')).toEqual(before);
  });

  it('loses to a list that fails the controls that need it, and no other', async () => {
    const before = await judgedOf('other-web');
    const failing: readonly [Fault, string][] = [
      [{ type: 'forbidden', resource: 'serviceaccounts' }, 'forbidden'],
      [{ type: 'internalError', resource: 'limitranges' }, 'unreachable'],
      [{ type: 'garbage', resource: 'nodes' }, 'parseError'],
      [{ type: 'truncated', resource: 'persistentvolumes' }, 'parseError'],
      [
        { type: 'truncated', contentLength: 'wrong', resource: 'services' },
        'unreachable',
      ],
      [
        {
          type: 'tooManyRequests',
          retryAfterSeconds: 0,
          resource: 'ingresses.networking.k8s.io',
        },
        'unreachable',
      ],
    ];
    for (const [fault] of failing) world.other.faults.set(fault);
    await scan('other');
    const { state, lastSweep } = await clusterOf('other');
    expect({ state, status: lastSweep?.status }).toEqual({
      state: 'scanned',
      status: 'complete',
    });
    expect(lastSweep?.lists.filter(({ reason }) => reason)).toHaveLength(
      failing.length,
    );
    for (const [{ resource }, reason] of failing)
      expect(lastSweep?.lists).toContainEqual({
        resource: resource!.split('.')[0],
        reason,
      });
    const findings = await findingsOf('other-web');
    expect(findings).toContainEqual(
      expect.objectContaining({
        control: 'ingress-nginx-snippets',
        outcome: 'notEvaluated',
        reason: 'unreachable',
      }),
    );
    const privileged = {
      control: 'privileged-container',
      outcome: 'fail',
      resource: expect.objectContaining({ cluster: 'other' }),
    };
    expect(findings).toContainEqual(expect.objectContaining(privileged));
    expect(
      findings.find(
        ({ control, resource }) =>
          control === 'privileged-container' && resource.cluster === 'other',
      ),
    ).not.toHaveProperty('staleSince');

    world.other.faults.clear();
    await scan('other');
    expect(await judgedOf('other-web')).toEqual(before);
  });

  it('keeps the workloads of a kind that is forbidden from one day to the next, marked stale', async () => {
    const before = await judgedOf('other-web');
    for (const resource of ['deployments.apps', 'replicasets.apps', 'pods'])
      world.other.faults.set({ type: 'forbidden', resource });
    const { lastSuccessAt } = await clusterOf('other');
    await scan('other');
    expect(await clusterOf('other')).toMatchObject({
      state: 'scanned',
      reason: 'forbidden',
      workloads: 1,
      lastSuccessAt,
      lastSweep: { status: 'partial', reason: 'forbidden' },
    });
    const fails = (await findingsOf('other-web')).filter(
      ({ outcome, resource }) =>
        outcome === 'fail' && resource.cluster === 'other',
    );
    expect(fails.length).toBeGreaterThan(0);
    expect(fails.filter(({ staleSince }) => !staleSince)).toEqual([]);
    world.other.faults.clear();
    await scan('other');
    expect(await judgedOf('other-web')).toEqual(before);
  });

  it('answers a scan that is asked for while one runs by the next one', async () => {
    world.other.faults.set({ type: 'slow', delayMs: 60 });
    const first = await post<ScanView>('/clusters/other/scan');
    const running = await waitForState(first.id, 'running');
    expect(running.state).toBe('running');
    const second = await post<ScanView>('/clusters/other/scan');
    expect((await get<ScanView>(`/scans/${second.id}`)).state).toBe('waiting');
    await scheduler.settle();
    const ends = await Promise.all(
      [first, second].map(({ id }) => get<ScanView>(`/scans/${id}`)),
    );
    expect(ends.map(({ state }) => state)).toEqual(['finished', 'finished']);
    const { scan_requests, sweeps } = await dump();
    const answered = (id: string) =>
      (scan_requests as { id: string; sweep_id: string }[]).find(
        row => row.id === id,
      )!.sweep_id;
    expect(answered(first.id)).not.toBe(answered(second.id));
    const startedAt = (id: string) =>
      Number(
        (sweeps as { id: string; started_at: number }[]).find(
          row => row.id === id,
        )!.started_at,
      );
    expect(startedAt(answered(second.id))).toBeGreaterThanOrEqual(
      Date.parse(second.requestedAt),
    );
  });

  it('scans the clusters of an entity', async () => {
    const scanOf = await post<ScanView>(
      '/entities/component/default/other-web/scan',
    );
    await scheduler.settle();
    const { state, clusters } = await get<ScanView>(`/scans/${scanOf.id}`);
    expect(clusters.map(({ cluster }) => cluster)).toEqual(
      expect.arrayContaining(['open', 'other']),
    );
    expect(clusters.find(({ cluster }) => cluster === 'other')?.state).toBe(
      'finished',
    );
    expect(state).not.toBe('running');
  });

  it('forgets a cluster that vanishes, and knows it again when it is back', async () => {
    const before = await judgedOf('other-web');
    world.hidden.add('other');
    await scheduler.run('list-clusters');
    await scheduler.settle();
    expect(await clusterOf('other')).toBeUndefined();
    expect(scheduler.ids).not.toContain('sweep:other');
    await scheduler.run('resolve-entities');
    expect(JSON.stringify(await postureOf('other-web'))).not.toMatch(/"other"/);
    expect(await postureOf('other-web')).toMatchObject({ state: 'judged' });

    world.hidden.clear();
    await scheduler.run('list-clusters');
    await scheduler.run('resolve-entities');
    await scheduler.settle();
    expect(scheduler.ids).toContain('sweep:other');
    expect(await judgedOf('other-web')).toEqual(before);
  });

  it('has sent no token of Backstage to any cluster, and nothing but GET', async () => {
    const requests = world.clusters.flatMap(({ requests: log }) => log.list());
    expect(requests.length).toBeGreaterThan(100);
    expect(JSON.stringify(requests)).not.toContain(OWN_TOKEN);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(requests.filter(({ path }) => /\/secrets/.test(path))).toEqual([]);
    const tokens = (cluster: DemoCluster) =>
      new Set(
        cluster.requests.list().map(({ authorization }) => authorization),
      );
    expect(tokens(world.prod)).toEqual(new Set(['Bearer cluster-token']));
    expect([...tokens(world.open)].filter(Boolean)).toEqual([]);
  });

  it('has put no secret value of the cluster into a table, a log line or an answer', async () => {
    const { items } = await get<{ items: { ref: string }[] }>(
      '/entities?limit=200',
    );
    expect(items.length).toBeGreaterThan(3);
    for (const name of ['reviews', 'cart', 'storefront-web']) {
      await postureOf(name);
      await get(`/entities/component/default/${name}/findings?limit=200`);
    }
    const everything = {
      tables: JSON.stringify(await dump()),
      logs: plugin.logged.join('\n'),
      answers: answers.join('\n'),
    };
    expect(everything.tables).toMatch(/secrets-in-env/);
    expect(everything.answers).toMatch(/secrets-in-env/);
    expect(everything.logs.length).toBeGreaterThan(0);
    for (const [place, text] of Object.entries(everything))
      expect({
        place,
        shown:
          /do-not-show|hunter2|ZG8tbm90LXNob3|cluster-token|mock-service-token/.exec(
            text,
          )?.[0],
      }).toEqual({ place, shown: undefined });
  });

  async function waitForState(
    id: string,
    state: ScanView['state'],
  ): Promise<ScanView> {
    const end = Date.now() + 10_000;
    for (;;) {
      const view = await get<ScanView>(`/scans/${id}`);
      if (view.state === state || Date.now() > end) return view;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
});
