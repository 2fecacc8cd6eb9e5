import { Knex } from 'knex';
import { hideStatement, hideStatements } from './hideStatement';
import {
  beginResolve,
  endResolve,
  listSweepStates,
  readLastResolve,
} from './operations/lastResolve';
import {
  listMisjudged,
  listOutcomes,
  listOwners,
  listStoredSubjects,
  listUsedSubjects,
} from './operations/resolving';
import { readReportedControls } from './operations/readReportedControls';
import {
  endLinksOfGoneClusters,
  saveClusterLinks,
} from './operations/saveClusterLinks';
import { saveClusterParts } from './operations/saveClusterParts';
import { saveEntities } from './operations/saveEntities';
import { saveEntityFindings } from './operations/saveEntityFindings';
import { saveScopes } from './operations/saveScopes';
import { ResolveStore } from './ResolveStore';

type Arguments<Method extends keyof ResolveStore> = Parameters<
  ResolveStore[Method]
>;

/** ResolveStore on a knex database. */
export class DatabaseResolveStore implements ResolveStore {
  constructor(private readonly knex: Knex) {}

  listSweepStates() {
    return hideStatement('tell how far sweeps are', () =>
      listSweepStates(this.knex),
    );
  }

  readLastResolve(cluster?: string) {
    return hideStatement('read the last resolve', () =>
      readLastResolve(this.knex, cluster),
    );
  }

  beginResolve(cluster?: string) {
    return hideStatement('note that a resolve begins', () =>
      beginResolve(this.knex, cluster),
    );
  }

  endResolve(...[ticket, resolve, cluster]: Arguments<'endResolve'>) {
    return hideStatement('note that a resolve has ended', () =>
      endResolve(this.knex, ticket, resolve, cluster),
    );
  }

  listStoredSubjects(cluster: string) {
    return hideStatement('list workloads', () =>
      listStoredSubjects(this.knex, cluster),
    );
  }

  listUsedSubjects(cluster: string) {
    return hideStatement('list images and service accounts', () =>
      listUsedSubjects(this.knex, cluster),
    );
  }

  readReportedControls(cluster: string) {
    return hideStatement('read which controls have had reports', () =>
      readReportedControls(this.knex, cluster),
    );
  }

  saveEntities(...[listed, now]: Arguments<'saveEntities'>) {
    return hideStatement('save entities', () =>
      saveEntities(this.knex, listed, now),
    );
  }

  saveClusterLinks(...[cluster, links, now]: Arguments<'saveClusterLinks'>) {
    return hideStatement('save which workloads belong to which entity', () =>
      saveClusterLinks(this.knex, cluster, links, now),
    );
  }

  endLinksOfGoneClusters(now: number) {
    return hideStatement('end what belongs to clusters that are gone', () =>
      endLinksOfGoneClusters(this.knex, now),
    );
  }

  saveScopes(...[scopes, entities]: Arguments<'saveScopes'>) {
    return hideStatement('save groups, systems and domains', () =>
      saveScopes(this.knex, scopes, entities),
    );
  }

  listOwners(cluster: string) {
    return hideStatement('list owners', () => listOwners(this.knex, cluster));
  }

  listMisjudged(...[cluster, owners]: Arguments<'listMisjudged'>) {
    return hideStatement('list workloads with other owners', () =>
      listMisjudged(this.knex, cluster, owners),
    );
  }

  saveEntityFindings(
    ...[cluster, judgements, now]: Arguments<'saveEntityFindings'>
  ) {
    return hideStatement('save findings', () =>
      saveEntityFindings(this.knex, cluster, judgements, now),
    );
  }

  listOutcomes(cluster: string) {
    return hideStatements('list outcomes', () =>
      listOutcomes(this.knex, cluster),
    );
  }

  saveClusterParts(
    ...[cluster, parts, library, now]: Arguments<'saveClusterParts'>
  ) {
    return hideStatement('save postures', () =>
      saveClusterParts(this.knex, cluster, parts, library, now),
    );
  }
}
