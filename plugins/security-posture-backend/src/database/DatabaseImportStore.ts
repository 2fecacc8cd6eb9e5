import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { ImportStore } from './ImportStore';
import { listImports, readImports, saveImport } from './operations/imports';

/** ImportStore on a knex database. */
export class DatabaseImportStore implements ImportStore {
  constructor(private readonly knex: Knex) {}

  save(...[record, document]: Parameters<ImportStore['save']>) {
    return hideStatement('keep an import', () =>
      saveImport(this.knex, record, document),
    );
  }

  list(cluster: string) {
    return hideStatement('list imports', () => listImports(this.knex, cluster));
  }

  readDocuments(cluster: string) {
    return hideStatement('read imports', () => readImports(this.knex, cluster));
  }
}
