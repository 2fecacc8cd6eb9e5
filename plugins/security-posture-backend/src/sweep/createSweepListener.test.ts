import { mockServices } from '@backstage/backend-test-utils';
import { SignalsService } from '@backstage/plugin-signals-node';
import { POSTURE_SIGNAL_CHANNEL } from 'backstage-plugin-security-posture-common';
import { createSweepListener } from './createSweepListener';

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
