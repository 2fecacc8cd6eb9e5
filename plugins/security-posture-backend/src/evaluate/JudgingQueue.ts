import { ServiceUnavailableError } from '@backstage/errors';
import pLimit from 'p-limit';

/** Requests whose manifests are judged at once: they share one event loop, so that more would only hold more memory. */
const MOST_AT_ONCE = 2;

/** Requests that wait for their turn, each with its manifests. */
const MOST_WAITING = 8;

/** Requests of one caller among these: the rest is left to others. */
const MOST_OF_A_CALLER = 6;

/** Bounds how many requests have manifests judged in this process. */
export class JudgingQueue {
  private readonly limit = pLimit(MOST_AT_ONCE);
  /** How many requests each caller has here. */
  private readonly requests = new Map<string, number>();

  /** True where the next request of this caller would be refused. */
  isFullFor(caller: string): boolean {
    const { activeCount, pendingCount } = this.limit;
    return (
      activeCount + pendingCount >= MOST_AT_ONCE + MOST_WAITING ||
      this.requestsOf(caller) >= MOST_OF_A_CALLER
    );
  }

  /** Runs in its turn, and settles as it does. Throws a ServiceUnavailableError where too many wait already. */
  async run<T>(caller: string, judge: () => Promise<T>): Promise<T> {
    if (this.isFullFor(caller))
      throw new ServiceUnavailableError(
        'Too many manifests are being judged. Try again in a few seconds',
      );
    this.requests.set(caller, this.requestsOf(caller) + 1);
    try {
      return await this.limit(judge);
    } finally {
      this.leave(caller);
    }
  }

  private requestsOf(caller: string): number {
    return this.requests.get(caller) ?? 0;
  }

  private leave(caller: string): void {
    const left = this.requestsOf(caller) - 1;
    if (left > 0) this.requests.set(caller, left);
    else this.requests.delete(caller);
  }
}
