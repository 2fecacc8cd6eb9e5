import { Knex } from 'knex';
import { CoverageReader } from './CoverageReader';
import { hideStatement } from './hideStatement';
import { countFindings } from './operations/overview/countFindings';
import { listControlEntities } from './operations/overview/listControlEntities';
import { listUnowned } from './operations/overview/listUnowned';
import { readCoverage } from './operations/overview/readCoverage';

type Arguments<Method extends keyof CoverageReader> = Parameters<
  CoverageReader[Method]
>;

/** CoverageReader on a knex database. */
export class DatabaseCoverageReader implements CoverageReader {
  constructor(private readonly knex: Knex) {}

  listControlEntities(...[query]: Arguments<'listControlEntities'>) {
    return hideStatement('list entities that fail a control', () =>
      listControlEntities(this.knex, query),
    );
  }

  readCoverage(...[terms, visibility]: Arguments<'readCoverage'>) {
    return hideStatement('read coverage', () =>
      readCoverage(this.knex, terms, visibility),
    );
  }

  listUnowned(...[query, visibility]: Arguments<'listUnowned'>) {
    return hideStatement('list workloads without an owner', () =>
      listUnowned(this.knex, query, visibility),
    );
  }

  countFindings(...[clusters]: Arguments<'countFindings'>) {
    return hideStatement('count findings by control', () =>
      countFindings(this.knex, clusters),
    );
  }
}
