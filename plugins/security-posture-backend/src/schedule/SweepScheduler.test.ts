import { ClusterSchedule } from './SweepScheduler';
import {
  aCluster,
  HOUR,
  NOW,
  start,
  update,
} from './__testUtils__/startScheduler';

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
    [
      'a cluster whose sweep did not end within its time-out',
      { lastStartedAt: NOW - HOUR / 4 - 1, lastUnended: true },
      true,
    ],
    [
      'a cluster whose sweep runs',
      { lastStartedAt: NOW - HOUR / 4, lastUnended: true },
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

describe('a replica with a free slot', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('triggers what is due again soon, for another one may have taken what it triggered', async () => {
    const { fake, state, scheduler } = await start({
      clusters: [
        aCluster('a', { lastStartedAt: undefined }),
        aCluster('b', { lastStartedAt: undefined }),
      ],
      maxConcurrent: 1,
    });
    expect(fake.triggered).toEqual(['sweep:a']);
    update(state, 'a', { lastStartedAt: NOW });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(fake.triggered).toEqual(['sweep:a', 'sweep:b']);
    update(state, 'b', { lastStartedAt: NOW });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(fake.triggered).toHaveLength(2);
    scheduler.stop();
  });

  it('triggers nothing any more once it is stopped', async () => {
    const { fake, scheduler } = await start({
      clusters: [aCluster('a', { lastStartedAt: undefined })],
    });
    scheduler.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(fake.triggered).toEqual(['sweep:a']);
  });
});

describe('fault: the clock is put back', () => {
  const ahead = { lastStartedAt: NOW + 24 * HOUR };

  it('sweeps a cluster at once whose last sweep now lies ahead', async () => {
    const { fake, run, sweeps } = await start({
      clusters: [aCluster('prod-eu', ahead)],
    });
    expect(fake.triggered).toEqual(['sweep:prod-eu']);
    await run('sweep:prod-eu');
    expect(sweeps).toEqual(['prod-eu schedule']);
  });
});

describe('fault: the clock is put forward', () => {
  it('sweeps every cluster, one per free slot, and then as before', async () => {
    const setup = await start({
      clusters: ['a', 'b', 'c'].map(name => aCluster(name)),
    });
    setup.state.now += 365 * 24 * HOUR;
    await setup.run('list-clusters');
    expect(setup.fake.triggered).toEqual(['sweep:a', 'sweep:b']);
    for (const name of ['a', 'b', 'c']) await setup.run(`sweep:${name}`);
    setup.fake.triggered.length = 0;
    await setup.run('list-clusters');
    expect(setup.fake.triggered).toEqual([]);
  });
});
