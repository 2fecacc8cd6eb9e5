import { PastClock } from './PastClock';
import { PastClusters } from './PastClusters';
import { PastPeople } from './PastPeople';
import { PastPortal } from './startPastPortal';
import { Moment } from './timeline';

/** What the past is lived through with. */
export interface PastParts {
  readonly portal: PastPortal;
  readonly clusters: PastClusters;
  readonly people: PastPeople;
  readonly clock: PastClock;
  /** The time from which the story is told, in epoch milliseconds. */
  readonly today: number;
}

const LIST_CLUSTERS = 'list-clusters';

/** Lives through one moment after the other: what is due is swept, people do what they did, and every task of the plugin runs. */
export async function livePast(
  { portal: { scheduler }, clusters, people, clock, today }: PastParts,
  moments: readonly Moment[],
): Promise<void> {
  for (const { time, steps } of moments) {
    clock.moveTo(time);
    await clusters.serveAsOf(time, today);
    await scheduler.run(LIST_CLUSTERS);
    await scheduler.settle();
    for (const step of steps) {
      await people.take(step);
      await scheduler.settle();
    }
    const tasks = scheduler.ids.filter(
      id => id !== LIST_CLUSTERS && !id.startsWith('sweep:'),
    );
    for (const id of tasks) await scheduler.run(id);
    await scheduler.settle();
  }
}
