import { SchedulerService } from '@backstage/backend-plugin-api';
import { OutboxStore } from '../database/OutboxStore';
import { Newsroom } from './Newsroom';
import { Postman } from './Postman';

/** How long, in milliseconds, messages are kept after they were sent. */
const KEEP_SENT = 90 * 86_400_000;

/** Tells people what happens to what they own: looks for news each minute, on one replica at a time, and sends them. */
export class Notifier {
  constructor(
    private readonly store: OutboxStore,
    private readonly newsroom: Newsroom,
    private readonly postman: Postman,
    private readonly clock: () => number,
  ) {}

  /** Begins to look. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'notify',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.run(),
    });
  }

  /** Looks for news and sends them. */
  async run(): Promise<void> {
    const now = this.clock();
    await this.newsroom.look(now);
    await this.postman.deliver(now);
    await this.store.deleteClosed(now - KEEP_SENT);
  }
}
