import {
  coreServices,
  createServiceFactory,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';

/** A scheduler without a clock: a task runs when the test says so. */
export class TaskRunner {
  private readonly tasks = new Map<
    string,
    SchedulerServiceTaskInvocationDefinition
  >();

  readonly factory = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      ({
        scheduleTask: async (
          task: SchedulerServiceTaskInvocationDefinition,
        ) => {
          this.tasks.set(task.id, task);
        },
      } as Partial<SchedulerService> as SchedulerService),
  });

  /** Runs a task to its end. */
  async run(id: string): Promise<void> {
    const task = this.tasks.get(id);
    if (!task) throw new Error(`There is no task ${id}`);
    await task.fn(new AbortController().signal);
  }
}
