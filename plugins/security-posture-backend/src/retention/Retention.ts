import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { DeletedRows, RetentionStore } from '../database/RetentionStore';
import { createBreather } from '../sweep/createBreather';
import { retentionCuts, RetentionSettings } from './retentionCuts';

/** What retention works with. */
export interface RetentionOptions {
  readonly store: RetentionStore;
  readonly settings: RetentionSettings;
  readonly logger: Pick<LoggerService, 'info'>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Deletes what is too old, every six hours, on one replica at a time. */
export class Retention {
  constructor(private readonly options: RetentionOptions) {}

  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'delete-old-rows',
      scope: 'global',
      frequency: { hours: 6 },
      initialDelay: { minutes: 10 },
      timeout: { hours: 1 },
      fn: signal => this.run(signal),
    });
  }

  /** Deletes what is too old now. Rejects where it was aborted; the next run goes on from there. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, settings, clock } = this.options;
    const cuts = retentionCuts(settings, clock());
    const breathe = createBreather(signal);
    this.log('of old age', await store.deleteExpired(cuts, breathe));
    this.log('gone for a week', await store.purgeGone(cuts, breathe));
  }

  private log(why: string, deleted: DeletedRows): void {
    const parts = Object.entries(deleted)
      .filter(([, rows]) => rows > 0)
      .map(([what, rows]) => `${rows} ${what}`);
    if (parts.length)
      this.options.logger.info(`Deleted, ${why}: ${parts.join(', ')}`);
  }
}
