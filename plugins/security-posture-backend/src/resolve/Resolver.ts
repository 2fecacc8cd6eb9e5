import { SchedulerService } from '@backstage/backend-plugin-api';
import { ResolveEnvironment, runResolve } from './runResolve';

/** Resolves entities by schedule and after sweeps, one resolve at a time in this process. */
export class Resolver {
  private last: Promise<void> = Promise.resolve();

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

  /** Resolves now, after a resolve that runs already. Rejects where the catalog does not answer. */
  async resolve(): Promise<void> {
    const run = () => runResolve(this.environment);
    this.last = this.last.then(run, run);
    return this.last;
  }
}
