import { Knex } from 'knex';
import { ClusterDetailsReader } from './ClusterDetailsReader';
import { hideStatement } from './hideStatement';
import { listClusterPostures, listSweeps } from './operations/clusterDetails';

/** ClusterDetailsReader on a knex database. */
export class DatabaseClusterDetailsReader implements ClusterDetailsReader {
  constructor(private readonly knex: Knex) {}

  listClusterPostures() {
    return hideStatement('list postures of clusters', () =>
      listClusterPostures(this.knex),
    );
  }

  listSweeps(
    ...[cluster, page]: Parameters<ClusterDetailsReader['listSweeps']>
  ) {
    return hideStatement('list sweeps', () =>
      listSweeps(this.knex, cluster, page),
    );
  }
}
