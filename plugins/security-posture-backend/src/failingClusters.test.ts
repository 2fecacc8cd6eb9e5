import { Fault } from 'security-posture-demo-cluster';
import { testDatabases } from './database/__testUtils__/testDatabases';
import { DemoWorld } from './__testUtils__/DemoWorld';
import { PortalHarness } from './__testUtils__/PortalHarness';

let world: DemoWorld;
beforeAll(async () => {
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  let portal: PortalHarness;

  beforeAll(async () => {
    portal = await PortalHarness.start(world, await databases.open(databaseId));
  });
  afterAll(() => portal?.stop());
  afterEach(() => world.other.faults.clear());

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

  it('loses nothing to a list that fails for a moment', async () => {
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

  it('loses to a list that fails the controls that need it, and no other', async () => {
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

  it('keeps the workloads of a kind that is forbidden from one day to the next, marked stale', async () => {
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
});
