import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { HistoryReader } from './HistoryReader';
import { isPartial } from './operations/entityPostures';
import { listDayEvents } from './operations/history/dayEvents';
import { listEpisodes } from './operations/history/episodes';
import { listChanges, listEvents } from './operations/history/events';
import { listFindingChanges } from './operations/history/findingChanges';
import { listFindingsAt } from './operations/history/findingsAt';
import { listMembers, readDay } from './operations/history/pastDays';
import { listWorkloadChanges } from './operations/history/workloadChanges';
import { Visibility } from './operations/visibleRefs';

type Arguments<Method extends keyof HistoryReader> = Parameters<
  HistoryReader[Method]
>;

/** HistoryReader on a knex database. */
export class DatabaseHistoryReader implements HistoryReader {
  constructor(private readonly knex: Knex) {}

  readDay(...[scope, day]: Arguments<'readDay'>) {
    return hideStatement('read a day', () => readDay(this.knex, scope, day));
  }

  listMembers(...[scope, day]: Arguments<'listMembers'>) {
    return hideStatement('list members', () =>
      listMembers(this.knex, scope, day),
    );
  }

  listFindingsAt(...[scope, at, page]: Arguments<'listFindingsAt'>) {
    return hideStatement('list past findings', () =>
      listFindingsAt(this.knex, scope, at, page),
    );
  }

  listFindingChanges(
    ...[scope, period, page]: Arguments<'listFindingChanges'>
  ) {
    return hideStatement('compare findings', () =>
      listFindingChanges(this.knex, scope, period, page),
    );
  }

  listWorkloadChanges(
    ...[scope, period, limit]: Arguments<'listWorkloadChanges'>
  ) {
    return hideStatement('compare workloads', () =>
      listWorkloadChanges(this.knex, scope, period, limit),
    );
  }

  listEvents(...[scope, period, page]: Arguments<'listEvents'>) {
    return hideStatement('list events', () =>
      listEvents(this.knex, scope, period, page),
    );
  }

  listDayEvents(...[scope, period, ofEachSort]: Arguments<'listDayEvents'>) {
    return hideStatement('list events of days', () =>
      listDayEvents(this.knex, scope, period, ofEachSort),
    );
  }

  listChanges(...[scope, period, limit]: Arguments<'listChanges'>) {
    return hideStatement('list changes', () =>
      listChanges(this.knex, scope, period, limit),
    );
  }

  isPartial(visibility: Visibility) {
    return hideStatement('count entities', () =>
      isPartial(this.knex, visibility),
    );
  }

  listEpisodes(...[key, limit]: Arguments<'listEpisodes'>) {
    return hideStatement('list episodes', () =>
      listEpisodes(this.knex, key, limit),
    );
  }
}
