import {
  coreServices,
  createServiceFactory,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';

type Task = SchedulerServiceTaskInvocationDefinition &
  SchedulerServiceTaskScheduleDefinition;

/** A scheduler without a clock: a task runs when it is triggered, and never twice at once. */
export class ManualScheduler
  implements Pick<SchedulerService, 'scheduleTask' | 'triggerTask'>
{
  private readonly tasks = new Map<string, Task>();
  private readonly running = new Map<string, Promise<void>>();

  readonly factory = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () => this as unknown as SchedulerService,
  });

  async scheduleTask(task: Task): Promise<void> {
    this.tasks.set(task.id, task);
    task.signal?.addEventListener('abort', () => this.tasks.delete(task.id));
  }

  /** Begins a task, as the real scheduler does; `settle` tells how it ended. */
  async triggerTask(id: string): Promise<void> {
    const task = this.tasks.get(id);
    if (!task) throw new NotFoundError(`no task ${id}`);
    if (this.running.has(id)) throw new ConflictError(`${id} runs`);
    const run = Promise.resolve(
      task.fn(task.signal ?? new AbortController().signal),
    );
    this.running.set(
      id,
      run.finally(() => this.running.delete(id)),
    );
    run.catch(() => {});
  }

  /** Runs a task to its end. */
  async run(id: string): Promise<void> {
    await this.triggerTask(id);
    await this.running.get(id);
  }

  /** Waits until nothing runs. Rejects where a task did. */
  async settle(): Promise<void> {
    while (this.running.size) await Promise.all(this.running.values());
  }

  /** Ids of the tasks that are registered. */
  get ids(): readonly string[] {
    return [...this.tasks.keys()];
  }
}
