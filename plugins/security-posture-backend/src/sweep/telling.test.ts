import { mockServices } from '@backstage/backend-test-utils';
import { SignalsService } from '@backstage/plugin-signals-node';
import { POSTURE_SIGNAL_CHANNEL } from 'backstage-plugin-security-posture-common';
import { SweepProgress } from '../database/records';
import { SweepStore } from '../database/SweepStore';
import { createProgressReporter } from './createProgressReporter';
import { createSweepListener } from './createSweepListener';

const TICKET = { sweepId: 'sweep-1', cluster: 'prod-eu', number: 1 };

describe('the listener of sweeps', () => {
  function listen(scans: readonly string[], publish = jest.fn()) {
    const logger = mockServices.logger.mock();
    const signals = { publish } as unknown as SignalsService;
    const listener = createSweepListener(signals, async () => scans, logger);
    return { listener, publish, logger };
  }

  it('tells everybody the ids of the scans that wait, and nothing else', async () => {
    const { listener, publish } = listen(['scan-1', 'scan-2']);
    await listener.moved('sweep-1');
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: POSTURE_SIGNAL_CHANNEL,
          message: { type: 'scan', scanIds: ['scan-1', 'scan-2'] },
        },
      ],
    ]);
  });

  it('is silent where nobody waits', async () => {
    const { listener, publish } = listen([]);
    await listener.moved('sweep-1');
    expect(publish).not.toHaveBeenCalled();
  });

  it('never fails a sweep, and the log says why it was silent', async () => {
    const publish = jest.fn().mockRejectedValue(new Error('no events'));
    const { listener, logger } = listen(['scan-1'], publish);
    await listener.moved('sweep-1');
    expect(logger.warn.mock.calls[0][0]).toMatch(/no events/);
  });
});

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
