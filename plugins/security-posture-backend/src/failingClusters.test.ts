import { Fault } from 'security-posture-demo-cluster';
import { testDatabases } from './database/__testUtils__/testDatabases';
import { DemoWorld } from './__testUtils__/DemoWorld';
import { PortalHarness } from './__testUtils__/PortalHarness';

let world: DemoWorld;
beforeAll(async () => {
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());

const databases = testDatabases({ heavy: true });

describe.each(databases.ids)('on %s', databaseId => {
  let portal: PortalHarness;

  beforeAll(async () => {
    portal = await PortalHarness.start(world, await databases.open(databaseId));
  });
  afterAll(() => portal?.stop());
  afterEach(() => world.other.faults.clear());

  describe.each<[string, Fault, string]>([
    ['fault: cluster 401', { type: 'unauthorized' }, 'unreachable'],
    ['fault: cluster 500', { type: 'internalError' }, 'unreachable'],
    ['fault: cluster answers garbage', { type: 'garbage' }, 'unreachable'],
    ['fault: truncated JSON', { type: 'truncated' }, 'unreachable'],
    [
      'fault: 429 for ever',
      { type: 'tooManyRequests', retryAfterSeconds: 0 },
      'unreachable',
    ],
    [
      'fault: cluster dead, connections are closed',
      { type: 'dead' },
      'unreachable',
    ],
    [
      'fault: cluster dead, it is silent',
      { type: 'dead', how: 'hang' },
      'unreachable',
    ],
    ['fault: 403 for everything', { type: 'forbidden' }, 'forbidden'],
  ])('%s', (_, fault, reason) => {
    it('serves the last posture, and the cluster says why and since when', async () => {
      const before = await portal.judgedOf('other-web');
      const { lastSuccessAt } = await portal.clusterOf('other');
      world.other.faults.set(fault);
      await portal.scan('other');
      expect(await portal.clusterOf('other')).toMatchObject({
        state: 'unreachable',
        reason,
        lastSuccessAt,
        failingSince: expect.any(String),
        lastSweep: { status: 'failed', reason },
      });
      expect(await portal.judgedOf('other-web')).toEqual(before);
    });
  });

  describe('a cluster that fails as a whole', () => {
    it('harms no other', async () => {
      world.other.faults.set({ type: 'dead' });
      await portal.scan('other', 'open');
      expect(await portal.clusterOf('open')).toMatchObject({
        state: 'scanned',
        lastSweep: { status: 'complete' },
      });
    });

    it('recovers', async () => {
      const before = await portal.judgedOf('other-web');
      await portal.scan('other');
      const cluster = await portal.clusterOf('other');
      expect(cluster).toMatchObject({
        state: 'scanned',
        lastSweep: { status: 'complete' },
      });
      expect(cluster).not.toHaveProperty('reason');
      expect(cluster).not.toHaveProperty('failingSince');
      expect(await portal.judgedOf('other-web')).toEqual(before);
    });
  });

  it('fault: 429, 503, 410 in the middle of a list, and a slow list, for a moment: is asked again, and the sweep is complete', async () => {
    const before = await portal.judgedOf('other-web');
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
    await portal.scan('other');
    expect(faults.list().map(({ type }) => type)).toEqual(['slow']);
    const { state, lastSweep } = await portal.clusterOf('other');
    expect({ state, status: lastSweep?.status }).toEqual({
      state: 'scanned',
      status: 'complete',
    });
    expect(lastSweep?.lists.filter(({ reason }) => reason)).toEqual([]);
    expect(lastSweep?.lists).toContainEqual({ resource: 'pods', objects: 130 });
    expect(await portal.judgedOf('other-web')).toEqual(before);
  });

  it('fault: 403, 429, 500, garbage or half an answer for one kind: only the controls that need it are not evaluated, with the reason', async () => {
    const before = await portal.judgedOf('other-web');
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
    await portal.scan('other');
    const { state, lastSweep } = await portal.clusterOf('other');
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
    const findings = await portal.findingsOf('other-web');
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
    await portal.scan('other');
    expect(await portal.judgedOf('other-web')).toEqual(before);
  });

  it('fault: 403 for a kind of workload from one day to the next: its findings stay, marked stale, and nothing passes', async () => {
    const before = await portal.judgedOf('other-web');
    for (const resource of ['deployments.apps', 'replicasets.apps', 'pods'])
      world.other.faults.set({ type: 'forbidden', resource });
    const { lastSuccessAt } = await portal.clusterOf('other');
    await portal.scan('other');
    expect(await portal.clusterOf('other')).toMatchObject({
      state: 'scanned',
      reason: 'forbidden',
      workloads: 1,
      lastSuccessAt,
      lastSweep: { status: 'partial', reason: 'forbidden' },
    });
    const fails = (await portal.findingsOf('other-web')).filter(
      ({ outcome, resource }) =>
        outcome === 'fail' && resource.cluster === 'other',
    );
    expect(fails.length).toBeGreaterThan(0);
    expect(fails.filter(({ staleSince }) => !staleSince)).toEqual([]);
    world.other.faults.clear();
    await portal.scan('other');
    expect(await portal.judgedOf('other-web')).toEqual(before);
  });

  it('fault: a single object of 100 MB: its list is cut off, its findings stay, marked stale, and the other lists are read', async () => {
    const before = await portal.judgedOf('other-web');
    world.other.faults.set({
      type: 'large',
      bytes: 100_000_000,
      resource: 'deployments.apps',
    });
    await portal.scan('other');
    const { state, lastSweep } = await portal.clusterOf('other');
    expect({ state, status: lastSweep?.status }).toEqual({
      state: 'scanned',
      status: 'partial',
    });
    expect(lastSweep?.lists.filter(({ reason }) => reason)).toEqual([
      { resource: 'deployments', reason: 'tooLarge' },
    ]);
    const fails = (await portal.findingsOf('other-web')).filter(
      ({ outcome, resource }) =>
        outcome === 'fail' && resource.cluster === 'other',
    );
    expect(fails.length).toBeGreaterThan(0);
    expect(fails.filter(({ staleSince }) => !staleSince)).toEqual([]);
    world.other.faults.clear();
    await portal.scan('other');
    expect(await portal.judgedOf('other-web')).toEqual(before);
  });
});
