import { ConflictError, NotFoundError } from '@backstage/errors';
import { ClusterSchedule } from './SweepScheduler';
import { aCluster, NOW, start, update } from './__testUtils__/startScheduler';

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
    [
      'within a minute of one that was killed',
      { lastStartedAt: NOW, lastUnended: true },
      ['a schedule'],
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

  it('asks nobody for clusters when it ends: every minute does', async () => {
    const { refreshClusters, run } = await start({ clusters: [aCluster('a')] });
    expect(refreshClusters).toHaveBeenCalledTimes(1);
    await run('sweep:a');
    expect(refreshClusters).toHaveBeenCalledTimes(1);
    await run('list-clusters');
    expect(refreshClusters).toHaveBeenCalledTimes(2);
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
