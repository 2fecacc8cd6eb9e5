import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { stringifyError } from '@backstage/errors';
import {
  POSTURE_SIGNAL_CHANNEL,
  PostureSignal,
} from 'backstage-plugin-security-posture-common';
import { SweepListener } from './SweepListener';

/**
 * Tells browsers that a sweep moved. A broadcast passes no permission, so it carries ids of scans only.
 * Signals are a convenience: where they cannot be sent, the log says so and pages ask again by themselves.
 */
export function createSweepListener(
  signals: SignalsService,
  listScans: (sweepId: string) => Promise<readonly string[]>,
  logger: LoggerService,
): SweepListener {
  return {
    async moved(_cluster, sweepId) {
      const message: PostureSignal = {
        type: 'scan',
        scanIds: [...(await listScans(sweepId))],
      };
      try {
        await signals.publish({
          recipients: { type: 'broadcast' },
          channel: POSTURE_SIGNAL_CHANNEL,
          message: { ...message },
        });
      } catch (error) {
        logger.warn(`No signal could be sent: ${stringifyError(error)}`);
      }
    },
  };
}
