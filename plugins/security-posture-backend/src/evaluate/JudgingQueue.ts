import { ServiceUnavailableError } from '@backstage/errors';
import pLimit from 'p-limit';

/** Requests whose manifests are judged at once: they share one event loop, so that more would only hold more memory. */
const MOST_AT_ONCE = 2;

/** Requests that wait for their turn, each with its manifests. */
const MOST_WAITING = 8;

/** Bounds how many requests have manifests judged in this process. */
export class JudgingQueue {
  private readonly limit = pLimit(MOST_AT_ONCE);

  /** True where the next request would be refused. */
  get isFull(): boolean {
    const { activeCount, pendingCount } = this.limit;
    return activeCount + pendingCount >= MOST_AT_ONCE + MOST_WAITING;
  }

  /** Runs in its turn, and settles as it does. Throws a ServiceUnavailableError where too many wait already. */
  async run<T>(judge: () => Promise<T>): Promise<T> {
    if (this.isFull)
      throw new ServiceUnavailableError(
        'Too many manifests are being judged. Try again in a few seconds',
      );
    return this.limit(judge);
  }
}
