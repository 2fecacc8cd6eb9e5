import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import {
  ClusterSize,
  changesOfDay,
  clusterSizes,
} from 'security-posture-demo-cluster';
import { BASE_LIBRARY } from 'security-posture-engine';
import { ManualScheduler } from '../../../plugins/security-posture-backend/src/__testUtils__/ManualScheduler';
import {
  ClusterProbe,
  KubernetesProxyClusterReader,
} from '../../../plugins/security-posture-backend/src/collect';
import { createScanner } from '../../../plugins/security-posture-backend/src/createScanner';
import { SweepRow } from '../../../plugins/security-posture-backend/src/database/tables';
import { judgingBy } from '../../../plugins/security-posture-backend/src/extend/Judging';
import { readSettings } from '../../../plugins/security-posture-backend/src/readSettings';
import { BenchHost } from '../benchHost';
import { DemoProcess } from '../demoProcess';
import { repeatSweeps } from './repeatSweeps';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours between two sweeps of a cluster. */
const SWEEP_HOURS = 6;

/** So that the next one is due when the day's time comes, in milliseconds. */
const EARLIER = 60_000;

/** Minutes after a sweep, in milliseconds: long enough for the scheduler to begin another. */
const SOON = 120_000;

const isSweep = (id: string) => id.startsWith('sweep:');

/** What a history is made with. */
export interface HistoryOptions {
  readonly host: BenchHost;
  readonly demo: DemoProcess;
  readonly knex: Knex;
  readonly size: ClusterSize;
  readonly seed: number;
  readonly days: number;
}

/**
 * Days of the plugin's life in a few minutes: the scanner as the plugin wires it, with its scheduled tasks, under a clock that
 * is moved on. The last day ends now.
 */
export class History {
  private readonly scheduler = new ManualScheduler();
  private readonly end = Date.now() - SOON;
  private now: number;

  constructor(private readonly options: HistoryOptions) {
    this.now = this.timeOf(0);
  }

  /** Wires the scanner. Nothing is swept yet. */
  async start(): Promise<void> {
    const { host, knex } = this.options;
    const { auth, config, discovery } = host;
    const settings = readSettings(config);
    const scanner = createScanner({
      ...host,
      knex,
      reader: KubernetesProxyClusterReader.fromConfig(config, {
        auth,
        discovery,
      }),
      probe: ClusterProbe.fromConfig(config, [], { auth, discovery }),
      settings,
      judging: judgingBy(BASE_LIBRARY),
      scheduler: this.scheduler as never,
      clock: () => this.now,
    });
    await scanner.start();
    // What looks again after seconds would find the clock moved on by hours, and sweep in between.
    scanner.stop();
  }

  /**
   * Lives one day: what changes on it is applied to the clusters, which are swept, and swept three times more without anything
   * having changed; then every task runs that the plugin schedules.
   */
  async live(day: number): Promise<void> {
    this.now = this.timeOf(day);
    if (day > 0) await this.change(day);
    await this.sweepDue();
    const { knex } = this.options;
    await repeatSweeps(knex, this.timesBetween(day));
    this.now = this.timeOf(day + 1) - 1;
    await this.runTasks();
  }

  /** Sweeps what the time since the last sweep has changed: some findings rest on ages. */
  async catchUp(): Promise<void> {
    this.now = this.end;
    await this.sweepDue();
  }

  /** Sweeps every cluster again, minutes later: nothing has changed. */
  async sweepUnchanged(): Promise<void> {
    this.now = this.end + SOON;
    for (const id of this.scheduler.ids.filter(isSweep))
      await this.scheduler.run(id);
    await this.checkSwept();
  }

  /** Sweeps the clusters that are due, as many at once as one replica does, and waits for all. */
  private async sweepDue(): Promise<void> {
    await this.scheduler.run('list-clusters');
    await this.scheduler.settle();
    await this.checkSwept();
  }

  private async checkSwept(): Promise<void> {
    const complete = await this.options
      .knex<SweepRow>('sweeps')
      .where({ started_at: this.now, status: 'complete' });
    const wanted = clusterSizes[this.options.size].clusters;
    if (complete.length !== wanted)
      throw new Error(`${complete.length} of ${wanted} clusters were swept`);
  }

  private async runTasks(): Promise<void> {
    const tasks = this.scheduler.ids.filter(
      id => id !== 'list-clusters' && !isSweep(id),
    );
    for (const id of tasks) {
      await this.scheduler.run(id);
      await setImmediate();
    }
  }

  private async change(day: number): Promise<void> {
    const { demo, size, seed } = this.options;
    for (let cluster = 0; cluster < clusterSizes[size].clusters; cluster += 1)
      await demo.apply(
        demo.clusters[cluster].name,
        changesOfDay({ size, seed, cluster }, day),
      );
  }

  private timeOf(day: number): number {
    return this.end - (this.options.days - day) * DAY - SWEEP_HOURS * HOUR;
  }

  /** When the clusters are swept between the sweep of a day and that of the next. */
  private timesBetween(day: number): readonly number[] {
    return [1, 2, 3].map(
      count => this.timeOf(day) + count * SWEEP_HOURS * HOUR - EARLIER,
    );
  }
}
