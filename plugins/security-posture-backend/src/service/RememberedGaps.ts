import { PostureReader } from '../database/PostureReader';
import { ClusterRecord, GapRecord } from '../database/records';
import { ExpiringCache } from './ExpiringCache';

/** How long gaps are remembered, in milliseconds: only a sweep changes them, and it has another number. */
const LIFETIME = 60_000;

/** Sweeps whose gaps are remembered. */
const SIZE = 500;

/** What could not be judged on whole clusters, read once a published sweep. */
export class RememberedGaps {
  private readonly remembered: ExpiringCache<readonly GapRecord[]>;

  constructor(
    private readonly reader: Pick<PostureReader, 'listGaps'>,
    clock: () => number,
  ) {
    this.remembered = new ExpiringCache({
      lifetime: LIFETIME,
      size: SIZE,
      clock,
    });
  }

  /** The gaps of clusters as of their published sweeps, in the order of the clusters. */
  async of(
    clusters: readonly Pick<ClusterRecord, 'name' | 'sweepNo'>[],
  ): Promise<readonly GapRecord[]> {
    const gaps = clusters.map(({ name, sweepNo }) =>
      this.remembered.get(`${sweepNo} ${name}`, () =>
        this.reader.listGaps([name]),
      ),
    );
    return (await Promise.all(gaps)).flat();
  }
}
