import { Knex } from 'knex';
import { hideStatement, hideStatements } from './hideStatement';
import { listClusterParts } from './operations/clusterParts';
import { listClusters } from './operations/readClusters';
import { listDue, saveRolled } from './operations/rollup';
import { deletePostures, savePostures } from './operations/savePostures';
import { RollupExtent, RollupStore, ScopePosture } from './RollupStore';

/** RollupStore on a knex database. */
export class DatabaseRollupStore implements RollupStore {
  constructor(private readonly knex: Knex) {}

  listClusters() {
    return hideStatement('list clusters', () => listClusters(this.knex));
  }

  listDue(extent: RollupExtent, now: number) {
    return hideStatements('list entities to sum up', () =>
      listDue(this.knex, extent, now),
    );
  }

  save(
    postures: readonly ScopePosture[],
    goneEntities: readonly string[],
    now: number,
  ) {
    return hideStatement('save postures', async () => {
      await savePostures(this.knex, postures, now);
      await deletePostures(this.knex, goneEntities);
    });
  }

  listClusterParts(now: number) {
    return hideStatement('read what clusters add to their postures', () =>
      listClusterParts(this.knex, now),
    );
  }

  saveRolled(rolled: ReadonlyMap<string, number>) {
    return hideStatement('remember what was summed up', () =>
      saveRolled(this.knex, rolled),
    );
  }
}
