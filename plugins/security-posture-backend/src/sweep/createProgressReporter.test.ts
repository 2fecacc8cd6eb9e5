import { SweepProgress } from '../database/records';
import { SweepStore } from '../database/SweepStore';
import { createProgressReporter } from './createProgressReporter';

const TICKET = { sweepId: 'sweep-1', cluster: 'prod-eu', number: 1 };

describe('the reporter of progress', () => {
  const at = (listsRead: number): SweepProgress => ({
    listsRead,
    listsTotal: 9,
    objectsRead: listsRead,
  });

  function report(saveProgress = jest.fn(async () => {})) {
    const state = { now: 5000 };
    const moved = jest.fn(async () => {});
    const reporter = createProgressReporter(
      { saveProgress } as unknown as SweepStore,
      { moved },
      TICKET,
      () => state.now,
    );
    return { reporter, saveProgress, moved, state };
  }

  it('writes at once, then at most once a second', async () => {
    const { reporter, saveProgress, moved, state } = report();
    reporter.report(at(1));
    state.now += 999;
    reporter.report(at(2));
    state.now += 1;
    reporter.report(at(3));
    await reporter.settle();
    expect(saveProgress.mock.calls).toEqual([
      [TICKET, at(1)],
      [TICKET, at(3)],
    ]);
    expect(moved.mock.calls).toEqual([['sweep-1'], ['sweep-1']]);
  });

  it('tells of a failure whoever settles, and does not end the process before', async () => {
    const { reporter } = report(
      jest.fn().mockRejectedValue(new Error('no database')),
    );
    reporter.report(at(1));
    await new Promise(setImmediate);
    await expect(reporter.settle()).rejects.toThrow('no database');
  });
});
