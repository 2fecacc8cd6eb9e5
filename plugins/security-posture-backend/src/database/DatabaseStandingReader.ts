import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { listClusterStandings } from './operations/standings/listClusterStandings';
import { readStandings } from './operations/standings/readStandings';
import { readTurnover } from './operations/standings/readTurnover';
import { StandingReader, StandingTerms, TurnoverQuery } from './StandingReader';

/** StandingReader on a knex database. */
export class DatabaseStandingReader implements StandingReader {
  constructor(private readonly knex: Knex) {}

  readStandings(terms: StandingTerms) {
    return hideStatement('read how controls stand', () =>
      readStandings(this.knex, terms),
    );
  }

  listClusterStandings(control: string) {
    return hideStatement('read how a control stands in clusters', () =>
      listClusterStandings(this.knex, control),
    );
  }

  readTurnover(query: TurnoverQuery) {
    return hideStatement('count what opened and closed', () =>
      readTurnover(this.knex, query),
    );
  }
}
