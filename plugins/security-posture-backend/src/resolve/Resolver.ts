import { SchedulerService } from '@backstage/backend-plugin-api';
import { ResolveEnvironment, runResolve } from './runResolve';

/** Resolves entities by schedule and after sweeps, one resolve at a time in this process. */
export class Resolver {
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | undefined;

  constructor(private readonly environment: ResolveEnvironment) {}

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

  /**
   * Resolves what there is now: after a resolve that runs already, together with all who wait for that one.
   * Rejects where the catalog does not answer.
   */
  resolve(): Promise<void> {
    const begin = () => {
      this.waiting = undefined;
      this.running = runResolve(this.environment);
      return this.running;
    };
    this.waiting ??= this.running.then(begin, begin);
    return this.waiting;
  }
}
