import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';

/**
 * Asks another plugin of the portal. What goes wrong there is no fault of the caller's request:
 * it becomes a 503 without the other's answer, which may tell more than the caller may know. The log has it.
 */
export async function askPortal<T>(
  plugin: 'catalog' | 'permission',
  logger: LoggerService,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    logger.error(`The ${plugin} plugin failed: ${stringifyError(error)}`);
    throw new ServiceUnavailableError(
      `The ${plugin} plugin of this portal does not answer as it should. Try again; its log says why`,
    );
  }
}
