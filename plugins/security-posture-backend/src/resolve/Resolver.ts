import { SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { oneAtATime } from '../oneAtATime';
import { CatalogEntity } from './CatalogEntity';
import { listingOf } from './CatalogListing';
import { CatalogScope } from './CatalogScope';
import { ResolveEnvironment } from './ResolveEnvironment';
import { ResolveNotes } from './ResolveNotes';
import { runResolve } from './runResolve';

/** A catalog that has just changed is asked again after this long, in milliseconds: it may still be reading its locations. */
const SETTLING_TIME = 10_000;

/** The digest of a catalog that lists nothing. */
const NOTHING = listingOf([], []).digest;

/** What a resolver works with. */
export interface ResolverEnvironment extends ResolveEnvironment {
  /** Rejects where the catalog does not answer whole. */
  readonly readEntities: () => Promise<readonly CatalogEntity[]>;
  /** Rejects where the catalog does not answer whole. */
  readonly readScopes: () => Promise<readonly CatalogScope[]>;
}

/** Resolves entities by schedule and after sweeps, one resolve at a time in this process. */
export class Resolver {
  /**
   * Resolves what there is now: after a resolve that runs already, together with all who wait for that one.
   * Where the catalog lists nothing yet, or other entities than before, it is asked again soon, until it has settled.
   * What a resolve would find as the last one found it is neither read nor written.
   * Rejects where the catalog does not answer.
   */
  readonly resolve = oneAtATime(() => this.resolveNow());
  private readonly notes: ResolveNotes;
  private lastListing: string | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopped = false;

  /** `afterwards` takes in what a resolve has changed. */
  constructor(
    private readonly environment: ResolverEnvironment,
    private readonly afterwards: () => Promise<void>,
  ) {
    this.notes = new ResolveNotes(environment);
  }

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
    const entities = await this.environment.readEntities();
    const scopes = await this.environment.readScopes();
    const listing = listingOf(entities, scopes);
    await runResolve(this.environment, listing, this.notes);
    await this.afterwards();
    const { digest } = listing;
    const settled = digest !== NOTHING && digest === this.lastListing;
    this.lastListing = digest;
    clearTimeout(this.again);
    if (!settled) this.resolveAgainSoon();
  }

  private resolveAgainSoon(): void {
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
