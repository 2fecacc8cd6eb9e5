import { SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { oneAtATime } from '../oneAtATime';
import { ResolveEnvironment, runResolve } from './runResolve';

/** A catalog that has just changed is asked again after this long, in milliseconds: it may still be reading its locations. */
const SETTLING_TIME = 10_000;

function digestOf(items: readonly object[]): string {
  const hash = createHash('sha256');
  for (const item of items) hash.update(JSON.stringify(item));
  return hash.digest('hex');
}

/** The digest of a catalog that lists nothing. */
const NOTHING = digestOf([]);

/** Resolves entities by schedule and after sweeps, one resolve at a time in this process. */
export class Resolver {
  /**
   * Resolves what there is now: after a resolve that runs already, together with all who wait for that one.
   * Where the catalog lists nothing yet, or other entities than before, it is asked again soon, until it has settled.
   * Rejects where the catalog does not answer.
   */
  readonly resolve = oneAtATime(() => this.resolveNow());
  private lastListing: string | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopped = false;

  /** `afterwards` takes in what a resolve has changed. */
  constructor(
    private readonly environment: ResolveEnvironment,
    private readonly afterwards: () => Promise<void>,
  ) {}

  /** Resolves every five minutes, on one replica at a time. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'resolve-entities',
      scope: 'global',
      frequency: { minutes: 5 },
      timeout: { minutes: 5 },
      fn: () => this.resolve(),
    });
  }

  /** Resolves no more by itself. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.again);
  }

  private async resolveNow(): Promise<void> {
    const read: object[] = [];
    await runResolve({
      ...this.environment,
      readEntities: async () => {
        const entities = await this.environment.readEntities();
        read.push(...entities);
        return entities;
      },
      readScopes: async () => {
        const scopes = await this.environment.readScopes();
        read.push(...scopes);
        return scopes;
      },
    });
    const listing = digestOf(read);
    await this.afterwards();
    const settled = listing !== NOTHING && listing === this.lastListing;
    this.lastListing = listing;
    if (!settled) this.resolveAgainSoon();
  }

  private resolveAgainSoon(): void {
    clearTimeout(this.again);
    if (this.stopped) return;
    this.again = setTimeout(() => {
      this.resolve().catch(error =>
        this.environment.logger.warn(
          `Entities could not be resolved: ${stringifyError(error)}`,
        ),
      );
    }, SETTLING_TIME);
    this.again.unref();
  }
}
