import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { cronOf } from './cronOf';
import { SweepSlots } from './SweepSlots';

/** A run that begins less than this long after the last sweep did, without anybody having asked, has nothing to do; in milliseconds. */
const LEAST_INTERVAL = 60_000;

/** A cluster whose last sweep failed is tried again after this long, in milliseconds. */
const RETRY_INTERVAL = 10 * 60_000;

/** While clusters are due and slots are free, the replica looks again after this long, in milliseconds: another one may have taken what it triggered. */
const LOOK_AGAIN = 10_000;

/** What the scheduler knows of a cluster when it decides. Times are epoch milliseconds. */
export interface ClusterSchedule {
  readonly name: string;
  readonly scannable: boolean;
  /** Begin of the last sweep; undefined where there was none. */
  readonly lastStartedAt?: number;
  /** True where the last sweep failed. */
  readonly lastFailed: boolean;
  /** True where the last sweep has not ended: it runs, or its process was killed. */
  readonly lastUnended: boolean;
  /** True while somebody waits for a scan of it. */
  readonly requested: boolean;
}

/** What scheduling works with. */
export interface SweepSchedulerOptions {
  readonly scheduler: SchedulerService;
  readonly logger: LoggerService;
  /** Asks the kubernetes plugin which clusters there are, and keeps them. */
  readonly refreshClusters: () => Promise<void>;
  /** How every kept cluster stands. */
  readonly readSchedules: () => Promise<readonly ClusterSchedule[]>;
  /** How one kept cluster stands. */
  readonly readSchedule: (
    cluster: string,
  ) => Promise<ClusterSchedule | undefined>;
  readonly sweep: (
    cluster: string,
    trigger: 'schedule' | 'request',
    signal: AbortSignal,
  ) => Promise<void>;
  readonly everyHours: number;
  readonly maxConcurrent: number;
  readonly timeout: HumanDuration;
  readonly clock: () => number;
}

/**
 * Keeps one task of Backstage's scheduler per cluster. The scheduler lets one replica run it at a time,
 * its time-out is the lease; this class bounds how many this replica runs, and triggers what is overdue.
 */
export class SweepScheduler {
  private readonly tasks = new Map<string, AbortController>();
  private readonly slots: SweepSlots;
  private again: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: SweepSchedulerOptions) {
    this.slots = new SweepSlots(options.maxConcurrent);
  }

  /** Starts looking after the clusters: at once, and every minute from then on, on every replica. */
  async start(): Promise<void> {
    await this.options.scheduler.scheduleTask({
      id: 'list-clusters',
      scope: 'local',
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      fn: () => this.refresh(),
    });
  }

  /** Triggers nothing more by itself; sweeps end with the scheduler. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.again);
  }

  /** Asks for a sweep now. One that runs already answers only what was asked before it began; its end begins the next. */
  async request(clusters: readonly string[]): Promise<void> {
    for (const cluster of clusters) await this.trigger(cluster);
  }

  /** Registers the tasks of new clusters, ends those of clusters that went, and triggers what is overdue. */
  async refresh(): Promise<void> {
    await this.options.refreshClusters();
    const schedules = (await this.options.readSchedules()).filter(
      ({ scannable }) => scannable,
    );
    const names = new Set(schedules.map(({ name }) => name));
    for (const [name, controller] of this.tasks) {
      if (names.has(name)) continue;
      controller.abort();
      this.tasks.delete(name);
    }
    for (const { name } of schedules) await this.register(name);
    await this.triggerDue(schedules);
  }

  /** Triggers what is overdue, one cluster per free slot; so does the end of every sweep. */
  private async triggerDue(
    schedules: readonly ClusterSchedule[],
  ): Promise<void> {
    const due = schedules
      .filter(({ name }) => this.tasks.has(name))
      .filter(schedule => this.isDue(schedule))
      .sort(byUrgency)
      .slice(0, this.slots.free);
    await this.request(due.map(({ name }) => name));
    if (due.length) this.lookAgainSoon();
  }

  private lookAgainSoon(): void {
    clearTimeout(this.again);
    if (this.stopped) return;
    this.again = setTimeout(() => {
      this.readAndTrigger().catch(error =>
        this.options.logger.warn(
          `It could not be told which clusters are due: ${stringifyError(
            error,
          )}`,
        ),
      );
    }, LOOK_AGAIN);
    this.again.unref();
  }

  private async readAndTrigger(): Promise<void> {
    await this.triggerDue(await this.options.readSchedules());
  }

  private async register(cluster: string): Promise<void> {
    if (this.tasks.has(cluster)) return;
    const controller = new AbortController();
    await this.options.scheduler.scheduleTask({
      id: taskId(cluster),
      scope: 'global',
      frequency: { cron: cronOf(cluster, this.options.everyHours) },
      timeout: this.options.timeout,
      signal: controller.signal,
      fn: signal => this.run(cluster, signal),
    });
    this.tasks.set(cluster, controller);
  }

  private async run(cluster: string, signal: AbortSignal): Promise<void> {
    const ran = await this.slots.run(cluster, () =>
      this.sweepUntilAnswered(cluster, signal),
    );
    if (ran) await this.readAndTrigger();
    else
      this.options.logger.debug(
        `No free slot to sweep cluster ${cluster}; another replica or minute will`,
      );
  }

  /** Sweeps once, and again while somebody waits: a request that came while a sweep ran is answered by the next one. */
  private async sweepUntilAnswered(
    cluster: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { readSchedule, sweep } = this.options;
    let schedule = await readSchedule(cluster);
    if (!schedule || this.justSwept(schedule)) return;
    do {
      if (!schedule.scannable || signal.aborted) return;
      await sweep(cluster, schedule.requested ? 'request' : 'schedule', signal);
      schedule = await readSchedule(cluster);
    } while (schedule?.requested);
  }

  /** A sweep that has not ended was killed, for the scheduler lets only one run at a time. */
  private justSwept(schedule: ClusterSchedule): boolean {
    const { lastUnended, requested } = schedule;
    return !requested && !lastUnended && this.ageOf(schedule) < LEAST_INTERVAL;
  }

  private isDue(schedule: ClusterSchedule): boolean {
    return schedule.requested || this.ageOf(schedule) > this.periodOf(schedule);
  }

  /** Time from the begin of one sweep to the next that is due, in milliseconds. */
  private periodOf({ lastFailed, lastUnended }: ClusterSchedule): number {
    if (lastFailed) return RETRY_INTERVAL;
    if (lastUnended) return durationToMilliseconds(this.options.timeout);
    return this.options.everyHours * 60 * 60 * 1000;
  }

  /** Time since the last sweep began, in milliseconds; endless where there was none, and where it lies ahead because the clock was put back. */
  private ageOf({ lastStartedAt }: ClusterSchedule): number {
    if (lastStartedAt === undefined) return Infinity;
    const age = this.options.clock() - lastStartedAt;
    return age < 0 ? Infinity : age;
  }

  /** A task that runs already, or that another replica has yet to register, is left to the next minute. */
  private async trigger(cluster: string): Promise<void> {
    try {
      await this.options.scheduler.triggerTask(taskId(cluster));
    } catch (error) {
      if (
        !isError(error) ||
        !['ConflictError', 'NotFoundError'].includes(error.name)
      )
        throw error;
    }
  }
}

/** Who waits first, then what was never swept, then what was swept longest ago. */
function byUrgency(left: ClusterSchedule, right: ClusterSchedule): number {
  return (
    Number(right.requested) - Number(left.requested) ||
    (left.lastStartedAt ?? 0) - (right.lastStartedAt ?? 0)
  );
}

function taskId(cluster: string): string {
  return `sweep:${cluster}`;
}
