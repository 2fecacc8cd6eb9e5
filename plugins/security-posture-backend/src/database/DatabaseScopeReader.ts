import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { countControls } from './operations/scopes/controlCounts';
import { listScopes } from './operations/scopes/listScopes';
import { readHierarchy } from './operations/scopes/readHierarchy';
import { readMatrix } from './operations/scopes/readMatrix';
import { readScope } from './operations/scopes/readScope';
import { hasScope, listScopeRefs } from './operations/scopes/readScopes';
import { readTrend } from './operations/scopes/readTrend';
import { readVerdict } from './operations/scopes/readVerdict';
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

  readHierarchy(...[filter, terms, visibility]: Arguments<'readHierarchy'>) {
    return hideStatement('read a hierarchy', () =>
      readHierarchy(this.knex, filter, terms, visibility),
    );
  }

  readVerdict(...[type, terms, visibility]: Arguments<'readVerdict'>) {
    return hideStatement('sum up all groups, systems or domains', () =>
      readVerdict(this.knex, { type, terms, visibility }),
    );
  }

  countControls(
    ...[type, controls, terms, visibility]: Arguments<'countControls'>
  ) {
    return hideStatement('count what fails by control', () =>
      countControls(this.knex, { type, terms, visibility }, controls),
    );
  }

  readMatrix(...[filter, sums, terms, visibility]: Arguments<'readMatrix'>) {
    const sight = { type: filter.type, terms, visibility };
    return hideStatement('read what fails by control', () =>
      readMatrix(this.knex, filter, sums, sight),
    );
  }

  readScope(...[type, ref, terms, visibility]: Arguments<'readScope'>) {
    return hideStatement('sum up a group, system or domain', () =>
      readScope(this.knex, ref, { type, terms, visibility }),
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
