import { ClusterReadError } from 'backstage-plugin-security-posture-node';
import { DemoCluster, Fault } from 'security-posture-demo-cluster';
import { failureOf } from './__testUtils__/failureOf';
import {
  CollectSetUp,
  namesOf,
  pathsOf,
  startCollectSetUp,
} from './__testUtils__/startCollectSetUp';

describe('collectCluster', () => {
  let setUp: CollectSetUp;
  let first: DemoCluster;
  let collect: CollectSetUp['collect'];

  beforeAll(async () => {
    setUp = await startCollectSetUp();
    ({ first, collect } = setUp);
  }, 60_000);
  beforeEach(() => setUp.reset());
  afterAll(() => setUp.stop());

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

    it('that are forbidden and were never read, their ReplicaSets are judged', async () => {
      first.faults.set({ type: 'forbidden', resource: 'deployments.apps' });
      const stored = new Set(['Deployment/shop/other', 'Deployment/bank/web']);
      const readStoredWorkloads = async () => stored;
      expect(namesOf(await collect({ readStoredWorkloads }))).toEqual([
        'CronJob/report',
        'Pod/bare',
        'ReplicaSet/web-7d9f',
      ]);
    });

    it.each<[string, string[], string[]]>([
      ['Deployments', ['deployments.apps'], ['CronJob/report', 'Pod/bare']],
      [
        'Deployments and ReplicaSets',
        ['deployments.apps', 'replicasets.apps'],
        ['CronJob/report', 'Pod/bare'],
      ],
      ['CronJobs', ['cronjobs.batch'], ['Deployment/web', 'Pod/bare']],
    ])(
      'of %s that are forbidden and stored, nothing is judged in their place',
      async (_, resources, judged) => {
        for (const resource of resources)
          first.faults.set({ type: 'forbidden', resource });
        const stored = new Set(['Deployment/shop/web', 'CronJob/shop/report']);
        const readStoredWorkloads = async () => stored;
        expect(namesOf(await collect({ readStoredWorkloads }))).toEqual(judged);
      },
    );

    it('that is not forbidden, or of no workloads, what is stored is not asked for', async () => {
      first.faults.set({ type: 'internalError', resource: 'deployments.apps' });
      first.faults.set({ type: 'forbidden', resource: 'limitranges' });
      const readStoredWorkloads = jest.fn(async () => new Set<string>());
      await collect({ readStoredWorkloads });
      expect(readStoredWorkloads).not.toHaveBeenCalled();
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
});
