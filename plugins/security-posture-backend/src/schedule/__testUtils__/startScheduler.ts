import {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterSchedule, SweepScheduler } from '../SweepScheduler';

/** When tests begin. */
export const NOW = 100_000_000;
export const HOUR = 60 * 60 * 1000;

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition & { readonly signal?: AbortSignal };

/** A scheduler that keeps tasks, notes triggers and runs nothing by itself. */
function createFakeScheduler() {
  const tasks = new Map<string, Task>();
  const triggered: string[] = [];
  const scheduler = {
    scheduleTask: jest.fn(async (task: Task) => {
      tasks.set(task.id, task);
    }),
    triggerTask: jest.fn(async (id: string) => {
      triggered.push(id);
    }),
  };
  return {
    service: scheduler as unknown as SchedulerService,
    ...scheduler,
    tasks,
    triggered,
  };
}

interface Setup {
  readonly clusters: readonly ClusterSchedule[];
  readonly maxConcurrent?: number;
  readonly sweep?: (cluster: string) => Promise<void>;
}

/** A scheduler of sweeps that began to look after these clusters. */
export async function start({ clusters, maxConcurrent = 2, sweep }: Setup) {
  const fake = createFakeScheduler();
  const state = { clusters: [...clusters], now: NOW };
  const sweeps: string[] = [];
  const logger = mockServices.logger.mock();
  const refreshClusters = jest.fn(async () => {});
  const scheduler = new SweepScheduler({
    scheduler: fake.service,
    logger,
    refreshClusters,
    readSchedules: async () => state.clusters,
    readSchedule: async name =>
      state.clusters.find(cluster => cluster.name === name),
    sweep: async (cluster, trigger) => {
      sweeps.push(`${cluster} ${trigger}`);
      update(state, cluster, { lastStartedAt: state.now, requested: false });
      await sweep?.(cluster);
    },
    everyHours: 6,
    maxConcurrent,
    timeout: { minutes: 15 },
    clock: () => state.now,
  });
  await scheduler.start();
  const run = (id: string, signal = new AbortController().signal) =>
    fake.tasks.get(id)!.fn(signal);
  await run('list-clusters');
  return { fake, state, sweeps, scheduler, run, logger, refreshClusters };
}

/** Changes how a cluster stands. */
export function update(
  state: { clusters: ClusterSchedule[] },
  name: string,
  change: Partial<ClusterSchedule>,
): void {
  state.clusters = state.clusters.map(cluster =>
    cluster.name === name ? { ...cluster, ...change } : cluster,
  );
}

/** A cluster that was swept an hour ago. */
export function aCluster(name: string, rest: Partial<ClusterSchedule> = {}) {
  return {
    name,
    scannable: true,
    lastStartedAt: NOW - HOUR,
    lastFailed: false,
    lastUnended: false,
    requested: false,
    ...rest,
  };
}
