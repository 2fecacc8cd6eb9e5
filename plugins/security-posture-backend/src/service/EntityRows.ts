import { EntityRow } from 'backstage-plugin-security-posture-common';
import { PostureReader } from '../database/PostureReader';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { entityRow } from '../views/entityRow';
import { PostureSettings } from '../views/PostureSettings';
import { EntitySums } from './EntitySums';
import { ExpiringCache } from './ExpiringCache';

/** How long rows are good while no cluster moves: what resolving changes, and what only ages, shows within it. */
const LIFETIME_MS = 30_000;

/** Rows computed before other requests get their turn. */
const ROWS_A_TURN = 100;

/** Every stored entity at one moment. */
export interface EntitySnapshot {
  readonly clusters: readonly ClusterRecord[];
  readonly records: readonly EntityPostureRecord[];
  /** One for each record, in the same order. */
  readonly rows: readonly EntityRow[];
}

/** The rows of all entities, computed once and remembered until a cluster publishes a sweep or changes its state. */
export class EntityRows {
  private readonly snapshots: ExpiringCache<EntitySnapshot>;
  private readonly sums: EntitySums;

  constructor(
    private readonly reader: PostureReader,
    private readonly settings: PostureSettings,
    private readonly clock: () => number,
  ) {
    this.sums = new EntitySums(settings.profile);
    this.snapshots = new ExpiringCache({
      lifetime: LIFETIME_MS,
      size: 1,
      clock,
    });
  }

  async current(): Promise<EntitySnapshot> {
    const clusters = await this.reader.listClusters();
    return this.snapshots.get(JSON.stringify(clusters), () =>
      this.compute(clusters),
    );
  }

  private async compute(
    clusters: readonly ClusterRecord[],
  ): Promise<EntitySnapshot> {
    const records = await this.reader.listEntities();
    const now = this.clock();
    const round = this.sums.begin(clusters);
    const rows: EntityRow[] = [];
    for (const record of records) {
      const sum = round.sumOf(record);
      rows.push(entityRow(record, sum, clusters, this.settings, now));
      if (rows.length % ROWS_A_TURN === 0)
        await new Promise(resolve => setImmediate(resolve));
    }
    round.end();
    return { clusters, records, rows };
  }
}
