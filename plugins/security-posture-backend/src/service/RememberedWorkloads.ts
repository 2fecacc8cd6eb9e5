import { EntityDetailsReader } from '../database/EntityDetailsReader';
import { ClusterRecord } from '../database/records';
import { ExpiringCache } from './ExpiringCache';

/** How long counts are remembered, in milliseconds: only a sweep changes them, and it has another number. */
const LIFETIME = 60_000;

/** Sweeps whose workloads are remembered. */
const SIZE = 500;

/** How many workloads clusters have, counted once a published sweep. */
export class RememberedWorkloads {
  private readonly remembered: ExpiringCache<ReadonlyMap<string, number>>;

  constructor(
    private readonly reader: Pick<EntityDetailsReader, 'countWorkloads'>,
    clock: () => number,
  ) {
    this.remembered = new ExpiringCache({
      lifetime: LIFETIME,
      size: SIZE,
      clock,
    });
  }

  /** All workloads of these clusters as of their published sweeps, and those of a namespace; without a namespace all again. */
  async count(
    clusters: readonly Pick<ClusterRecord, 'name' | 'sweepNo'>[],
    namespace: string | undefined,
  ): Promise<{ readonly inClusters: number; readonly inNamespace: number }> {
    const counts = await Promise.all(
      clusters.map(({ name, sweepNo }) =>
        this.remembered.get(`${sweepNo} ${name}`, () =>
          this.reader.countWorkloads(name),
        ),
      ),
    );
    const inClusters = sum(counts.flatMap(count => [...count.values()]));
    const inNamespace = namespace
      ? sum(counts.map(count => count.get(namespace) ?? 0))
      : inClusters;
    return { inClusters, inNamespace };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
