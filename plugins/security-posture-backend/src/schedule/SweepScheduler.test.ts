import {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ClusterSchedule, SweepScheduler } from './SweepScheduler';

const NOW = 100_000_000;
const HOUR = 60 * 60 * 1000;

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition & { readonly signal?: AbortSignal };

/** A scheduler that keeps tasks, notes triggers and runs nothing by itself. */
function createFakeScheduler() {
  const tasks = new Map<string, Task>();
  const triggered: string[] = [];
  const scheduler = {
    scheduleTask: jest.fn(async (task: Task) => {
      tasks.set(task.id, task);
    }),
    triggerTask: jest.fn(async (id: string) => {
      triggered.push(id);
    }),
  };
  return {
    service: scheduler as unknown as SchedulerService,
    ...scheduler,
    tasks,
    triggered,
  };
}

interface Setup {
  readonly clusters: readonly ClusterSchedule[];
  readonly maxConcurrent?: number;
  readonly sweep?: (cluster: string) => Promise<void>;
}

async function start({ clusters, maxConcurrent = 2, sweep }: Setup) {
  const fake = createFakeScheduler();
  const state = { clusters: [...clusters], now: NOW };
  const sweeps: string[] = [];
  const logger = mockServices.logger.mock();
  const scheduler = new SweepScheduler({
    scheduler: fake.service,
    logger,
    readSchedules: async () => state.clusters,
    readSchedule: async name =>
      state.clusters.find(cluster => cluster.name === name),
    sweep: async (cluster, trigger) => {
      sweeps.push(`${cluster} ${trigger}`);
      update(state, cluster, { lastStartedAt: state.now, requested: false });
      await sweep?.(cluster);
    },
    everyHours: 6,
    maxConcurrent,
    timeout: { minutes: 15 },
    clock: () => state.now,
  });
  await scheduler.start();
  const run = (id: string, signal = new AbortController().signal) =>
    fake.tasks.get(id)!.fn(signal);
  await run('list-clusters');
  return { fake, state, sweeps, scheduler, run, logger };
}

function update(
  state: { clusters: ClusterSchedule[] },
  name: string,
  change: Partial<ClusterSchedule>,
): void {
  state.clusters = state.clusters.map(cluster =>
    cluster.name === name ? { ...cluster, ...change } : cluster,
  );
}

function aCluster(name: string, rest: Partial<ClusterSchedule> = {}) {
  return {
    name,
    scannable: true,
    lastStartedAt: NOW - HOUR,
    lastFailed: false,
    requested: false,
    ...rest,
  };
}

describe('the tasks of clusters', () => {
  it('are looked after by a task of every replica', async () => {
    const { fake } = await start({ clusters: [] });
    expect(fake.tasks.get('list-clusters')).toMatchObject({
      scope: 'local',
      frequency: { minutes: 1 },
    });
  });

  it('are global, with the cron line of their name and the time-out as lease', async () => {
    const { fake } = await start({ clusters: [aCluster('prod-eu')] });
    const task = fake.tasks.get('sweep:prod-eu');
    expect(task).toMatchObject({
      scope: 'global',
      frequency: { cron: expect.stringMatching(/^\d+ [\d,]+ \* \* \*$/) },
      timeout: { minutes: 15 },
    });
    expect(task).not.toHaveProperty('initialDelay');
  });

  it('are registered once', async () => {
    const { fake, run } = await start({ clusters: [aCluster('prod-eu')] });
    await run('list-clusters');
    expect(fake.scheduleTask).toHaveBeenCalledTimes(2);
  });

  it('are registered in the next minute where registering failed', async () => {
    const setup = await start({ clusters: [] });
    setup.state.clusters = [aCluster('prod-eu')];
    setup.fake.scheduleTask.mockRejectedValueOnce(new Error('no database'));
    await expect(setup.run('list-clusters')).rejects.toThrow('no database');
    await setup.run('list-clusters');
    expect(setup.fake.tasks.has('sweep:prod-eu')).toBe(true);
  });

  it('end when the cluster goes, and come back with it', async () => {
    const { fake, state, run } = await start({
      clusters: [aCluster('prod-eu'), aCluster('staging')],
    });
    const first = fake.tasks.get('sweep:prod-eu')!;
    state.clusters = [aCluster('staging')];
    await run('list-clusters');
    expect(first.signal?.aborted).toBe(true);
    expect(fake.tasks.get('sweep:staging')!.signal?.aborted).toBe(false);
    state.clusters = [aCluster('prod-eu'), aCluster('staging')];
    await run('list-clusters');
    const second = fake.tasks.get('sweep:prod-eu')!;
    expect(second).not.toBe(first);
    expect(second.signal?.aborted).toBe(false);
  });

  it('do not exist for clusters that admit users only', async () => {
    const { fake, state, run } = await start({
      clusters: [aCluster('aks', { scannable: false, requested: true })],
    });
    expect([...fake.tasks.keys()]).toEqual(['list-clusters']);
    expect(fake.triggered).toEqual([]);
    state.clusters = [aCluster('aks')];
    await run('list-clusters');
    state.clusters = [aCluster('aks', { scannable: false })];
    await run('list-clusters');
    expect(fake.tasks.get('sweep:aks')!.signal?.aborted).toBe(true);
  });
});

describe('what is due', () => {
  it.each<[string, Partial<ClusterSchedule>, boolean]>([
    ['a cluster that was never swept', { lastStartedAt: undefined }, true],
    ['an overdue cluster', { lastStartedAt: NOW - 6 * HOUR - 1 }, true],
    [
      'a cluster that was swept in time',
      { lastStartedAt: NOW - 6 * HOUR },
      false,
    ],
    ['a cluster that somebody waits for', { requested: true }, true],
    [
      'a cluster whose sweep failed over ten minutes ago',
      { lastStartedAt: NOW - HOUR / 6 - 1, lastFailed: true },
      true,
    ],
    [
      'a cluster whose sweep failed just now',
      { lastStartedAt: NOW - HOUR / 6, lastFailed: true },
      false,
    ],
  ])('%s', async (_, cluster, expected) => {
    const { fake } = await start({ clusters: [aCluster('prod-eu', cluster)] });
    expect(fake.triggered).toEqual(expected ? ['sweep:prod-eu'] : []);
  });

  it('is triggered one per free slot, those who wait first, then the oldest', async () => {
    const { fake } = await start({
      clusters: [
        aCluster('old', { lastStartedAt: NOW - 9 * HOUR }),
        aCluster('older', { lastStartedAt: NOW - 10 * HOUR }),
        aCluster('never', { lastStartedAt: undefined }),
        aCluster('asked', { requested: true }),
      ],
      maxConcurrent: 3,
    });
    expect(fake.triggered).toEqual([
      'sweep:asked',
      'sweep:never',
      'sweep:older',
    ]);
  });

  it('waits while all slots are taken, and begins when one is free again', async () => {
    let end = () => {};
    const setup = await start({
      clusters: [aCluster('a'), aCluster('b')],
      maxConcurrent: 1,
      sweep: () =>
        new Promise(resolve => {
          end = resolve;
        }),
    });
    const running = setup.run('sweep:a');
    await new Promise(setImmediate);
    update(setup.state, 'b', { requested: true });
    await setup.run('list-clusters');
    expect(setup.fake.triggered).toEqual([]);
    await setup.run('sweep:b');
    expect(setup.sweeps).toEqual(['a schedule']);
    end();
    await running;
    expect(setup.fake.triggered).toEqual(['sweep:b']);
  });
});

describe('a request', () => {
  it('triggers the tasks of its clusters', async () => {
    const { fake, scheduler } = await start({
      clusters: [aCluster('a'), aCluster('b')],
    });
    await scheduler.request(['a', 'b']);
    expect(fake.triggered).toEqual(['sweep:a', 'sweep:b']);
  });

  it.each([
    ['runs already', new ConflictError('running')],
    ['another replica has yet to register', new NotFoundError('unknown')],
  ])('leaves a task that %s to the next minute', async (_, error) => {
    const { fake, scheduler } = await start({
      clusters: [aCluster('a'), aCluster('b')],
    });
    fake.triggerTask.mockRejectedValueOnce(error);
    await scheduler.request(['a', 'b']);
    expect(fake.triggered).toEqual(['sweep:b']);
  });

  it('fails where the scheduler does', async () => {
    const { fake, scheduler } = await start({ clusters: [aCluster('a')] });
    fake.triggerTask.mockRejectedValueOnce(new Error('no database'));
    await expect(scheduler.request(['a'])).rejects.toThrow('no database');
  });
});

describe('a run', () => {
  it.each<[string, Partial<ClusterSchedule>, string[]]>([
    ['of schedule', {}, ['a schedule']],
    ['that somebody asked for', { requested: true }, ['a request']],
    ['within a minute of the last', { lastStartedAt: NOW - 59_999 }, []],
    [
      'a minute after the last',
      { lastStartedAt: NOW - 60_000 },
      ['a schedule'],
    ],
    [
      'within a minute of the last that somebody asked for',
      { lastStartedAt: NOW, requested: true },
      ['a request'],
    ],
    ['of a cluster that admits users only by now', { scannable: false }, []],
  ])('%s', async (_, cluster, expected) => {
    const { state, sweeps, run } = await start({ clusters: [aCluster('a')] });
    update(state, 'a', cluster);
    await run('sweep:a');
    expect(sweeps).toEqual(expected);
  });

  it('sweeps once, however long that takes', async () => {
    const setup = await start({
      clusters: [aCluster('a')],
      sweep: async () => {
        setup.state.now += 10 * 60_000;
      },
    });
    await setup.run('sweep:a');
    expect(setup.sweeps).toEqual(['a schedule']);
  });

  it('sweeps again for who asked while it swept', async () => {
    let asked = 0;
    const setup = await start({
      clusters: [aCluster('a')],
      sweep: async () => {
        asked += 1;
        if (asked < 3) update(setup.state, 'a', { requested: true });
      },
    });
    await setup.run('sweep:a');
    expect(setup.sweeps).toEqual(['a schedule', 'a request', 'a request']);
  });

  it('stops where the cluster goes, or the task is aborted', async () => {
    const controller = new AbortController();
    const setup = await start({
      clusters: [aCluster('a'), aCluster('b')],
      sweep: async cluster => {
        update(setup.state, cluster, { requested: true });
        if (cluster === 'a') controller.abort();
        else setup.state.clusters = [];
      },
    });
    await setup.run('sweep:a', controller.signal);
    await setup.run('sweep:b');
    expect(setup.sweeps).toEqual(['a schedule', 'b schedule']);
  });

  it('fails loudly where a sweep does, and frees its slot', async () => {
    const setup = await start({
      clusters: [aCluster('a')],
      maxConcurrent: 1,
      sweep: async () => {
        throw new Error('broken');
      },
    });
    await expect(setup.run('sweep:a')).rejects.toThrow('broken');
    setup.state.now += 60_000;
    await expect(setup.run('sweep:a')).rejects.toThrow('broken');
  });
});
