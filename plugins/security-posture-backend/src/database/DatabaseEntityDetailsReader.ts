import { Knex } from 'knex';
import { EntityDetailsReader } from './EntityDetailsReader';
import { hideStatement } from './hideStatement';
import { listAccounts, listWorkloads } from './operations/entityDetails';
import { countWorkloads, listNamesakes } from './operations/mappingDetails';

type Arguments<Method extends keyof EntityDetailsReader> = Parameters<
  EntityDetailsReader[Method]
>;

/** EntityDetailsReader on a knex database. */
export class DatabaseEntityDetailsReader implements EntityDetailsReader {
  constructor(private readonly knex: Knex) {}

  listWorkloads(...[entityRef, page]: Arguments<'listWorkloads'>) {
    return hideStatement('list workloads', () =>
      listWorkloads(this.knex, entityRef, page),
    );
  }

  listAccounts(...[entityRef, limit]: Arguments<'listAccounts'>) {
    return hideStatement('list service accounts', () =>
      listAccounts(this.knex, entityRef, limit),
    );
  }

  listNamesakes(...[name, limit]: Arguments<'listNamesakes'>) {
    return hideStatement('list workloads of a name', () =>
      listNamesakes(this.knex, name, limit),
    );
  }

  countWorkloads(cluster: string) {
    return hideStatement('count workloads', () =>
      countWorkloads(this.knex, cluster),
    );
  }
}
