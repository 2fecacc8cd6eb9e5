import { Knex } from 'knex';
import { ExplorerQuery, FindingsExplorer } from './FindingsExplorer';
import { hideStatement } from './hideStatement';
import { exploreFindings } from './operations/explore/exploreFindings';

/** FindingsExplorer on a knex database. */
export class DatabaseFindingsExplorer implements FindingsExplorer {
  constructor(private readonly knex: Knex) {}

  explore(query: ExplorerQuery) {
    return hideStatement('explore findings', () =>
      exploreFindings(this.knex, query),
    );
  }
}
