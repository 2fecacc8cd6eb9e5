import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { stringifyError } from '@backstage/errors';
import {
  POSTURE_SIGNAL_CHANNEL,
  PostureSignal,
} from 'backstage-plugin-security-posture-common';
import { SweepListener } from './SweepListener';

/**
 * Tells browsers that a sweep moved, where somebody waits for it. A broadcast passes no permission, so it carries ids of scans only.
 * Signals are a convenience: where they cannot be sent, the log says so and pages ask again by themselves.
 */
export function createSweepListener(
  signals: SignalsService,
  listScans: (sweepId: string) => Promise<readonly string[]>,
  logger: LoggerService,
): SweepListener {
  return {
    async moved(sweepId) {
      try {
        const scanIds = [...(await listScans(sweepId))];
        if (scanIds.length) await tell(signals, { type: 'scan', scanIds });
      } catch (error) {
        logger.warn(`No signal could be sent: ${stringifyError(error)}`);
      }
    },
  };
}

async function tell(
  signals: SignalsService,
  message: PostureSignal,
): Promise<void> {
  await signals.publish({
    recipients: { type: 'broadcast' },
    channel: POSTURE_SIGNAL_CHANNEL,
    message: { ...message },
  });
}
