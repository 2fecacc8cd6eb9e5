import { SchedulerService } from '@backstage/backend-plugin-api';
import { ClusterRecord } from '../database/records';
import { RollupExtent } from '../database/RollupStore';
import { oneAtATime } from '../oneAtATime';
import { productionNames } from '../views/sumEntity';
import { RollupEnvironment, runRollUp } from './runRollUp';

/** What the last roll-up of this process went by, beside what the database marks as due. */
interface Basis {
  /** Clusters and which of them are production: all postures rest on it. */
  readonly everything: string;
  /** States of the clusters: why an entity has no posture rests on it. */
  readonly states: string;
}

/** Keeps the postures summed up, one roll-up at a time in this process. */
export class RollUp {
  /** Takes in all that is stored by now, together with all who wait for a roll-up that has not begun yet. */
  readonly run = oneAtATime(() => this.runNow());
  private basis: Basis | undefined;

  constructor(private readonly environment: RollupEnvironment) {}

  /** Looks every minute, on one replica at a time, for what is due: exemptions that ended, and what a killed process left. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'roll-up',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.run(),
    });
  }

  private async runNow(): Promise<void> {
    const clusters = await this.environment.store.listClusters();
    const basis = basisOf(clusters);
    await runRollUp(this.environment, clusters, extentOf(this.basis, basis));
    this.basis = basis;
  }
}

function basisOf(clusters: readonly ClusterRecord[]): Basis {
  return {
    everything: JSON.stringify([
      clusters.map(({ name }) => name),
      [...productionNames(clusters)],
    ]),
    states: JSON.stringify(
      clusters.map(({ state, sweepNo }) => [state, sweepNo > 0]),
    ),
  };
}

/** The first roll-up of a process takes in everything: the release may score by other rules than the one before. */
function extentOf(before: Basis | undefined, now: Basis): RollupExtent {
  if (before?.everything !== now.everything) return 'all';
  return before.states === now.states ? 'due' : 'unjudged';
}
