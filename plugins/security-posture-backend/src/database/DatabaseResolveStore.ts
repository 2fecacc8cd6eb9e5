import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import {
  listClusterNames,
  listOwnedSubjects,
  listOwners,
  listStoredSubjects,
} from './operations/resolving';
import { saveClusterParts } from './operations/saveClusterParts';
import { saveEntityFindings } from './operations/saveEntityFindings';
import { saveLinks } from './operations/saveLinks';
import { ResolveStore } from './ResolveStore';

type Arguments<Method extends keyof ResolveStore> = Parameters<
  ResolveStore[Method]
>;

/** ResolveStore on a knex database. */
export class DatabaseResolveStore implements ResolveStore {
  constructor(private readonly knex: Knex) {}

  listClusterNames() {
    return hideStatement('list clusters', () => listClusterNames(this.knex));
  }

  listStoredSubjects() {
    return hideStatement('list workloads', () => listStoredSubjects(this.knex));
  }

  saveLinks(...[links, now]: Arguments<'saveLinks'>) {
    return hideStatement('save which workloads belong to which entity', () =>
      saveLinks(this.knex, links, now),
    );
  }

  listOwners(cluster: string) {
    return hideStatement('list owners', () => listOwners(this.knex, cluster));
  }

  listOwnedSubjects(...[ids]: Arguments<'listOwnedSubjects'>) {
    return hideStatement('list owned workloads', () =>
      listOwnedSubjects(this.knex, ids),
    );
  }

  saveEntityFindings(
    ...[subject, findings, now]: Arguments<'saveEntityFindings'>
  ) {
    return hideStatement('save findings', () =>
      saveEntityFindings(this.knex, subject, findings, now),
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
