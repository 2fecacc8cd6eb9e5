import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { listScopes } from './operations/scopes/listScopes';
import { hasScope, listScopeRefs } from './operations/scopes/readScopes';
import { readTrend } from './operations/scopes/readTrend';
import { ScopeReader } from './ScopeReader';

type Arguments<Method extends keyof ScopeReader> = Parameters<
  ScopeReader[Method]
>;

/** ScopeReader on a knex database. */
export class DatabaseScopeReader implements ScopeReader {
  constructor(private readonly knex: Knex) {}

  listScopeRefs() {
    return hideStatement('list groups, systems and domains', () =>
      listScopeRefs(this.knex),
    );
  }

  listScopes(...[filter, terms, visibility]: Arguments<'listScopes'>) {
    return hideStatement('sum up groups, systems or domains', () =>
      listScopes(this.knex, filter, terms, visibility),
    );
  }

  hasScope(...[type, ref, visibility]: Arguments<'hasScope'>) {
    return hideStatement('find a group, system or domain', () =>
      hasScope(this.knex, type, ref, visibility),
    );
  }

  readTrend(...[query, visibility]: Arguments<'readTrend'>) {
    return hideStatement('read a trend', () =>
      readTrend(this.knex, query, visibility),
    );
  }
}
