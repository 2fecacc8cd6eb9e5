import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { listExemptedFailsOf } from './operations/exemptedFails';
import {
  getCluster,
  getGoneCluster,
  getLastSweep,
  listClusters,
  listLastSweeps,
} from './operations/readClusters';
import {
  countSubjects,
  getEntity,
  listEntities,
  listStoredEntities,
} from './operations/readEntities';
import {
  getFinding,
  listFailing,
  listFindings,
} from './operations/readFindings';
import { listGaps } from './operations/readGaps';
import { createScan, getScan } from './operations/scans';
import { PostureReader, ScanRequests } from './PostureReader';

type Arguments<Method extends keyof PostureReader> = Parameters<
  PostureReader[Method]
>;

/** PostureReader and ScanRequests on a knex database. */
export class DatabasePostureReader implements PostureReader, ScanRequests {
  constructor(private readonly knex: Knex) {}

  listClusters() {
    return hideStatement('list clusters', () => listClusters(this.knex));
  }

  getCluster(name: string) {
    return hideStatement('read a cluster', () => getCluster(this.knex, name));
  }

  getGoneCluster(name: string) {
    return hideStatement('read a cluster', () =>
      getGoneCluster(this.knex, name),
    );
  }

  countSubjects() {
    return hideStatement('count workloads', () => countSubjects(this.knex));
  }

  getLastSweep(cluster: string) {
    return hideStatement('read a sweep', () =>
      getLastSweep(this.knex, cluster),
    );
  }

  listLastSweeps() {
    return hideStatement('list sweeps', () => listLastSweeps(this.knex));
  }

  getEntity(entityRef: string) {
    return hideStatement('read an entity', () =>
      getEntity(this.knex, entityRef),
    );
  }

  listStoredEntities() {
    return hideStatement('list entities', () => listStoredEntities(this.knex));
  }

  listEntities() {
    return hideStatement('list entities', () => listEntities(this.knex));
  }

  listExemptedFails(entityRef: string, now: number) {
    return hideStatement('list exempted findings', () =>
      listExemptedFailsOf(this.knex, entityRef, now),
    );
  }

  listFindings(...[filter]: Arguments<'listFindings'>) {
    return hideStatement('list findings', () =>
      listFindings(this.knex, filter),
    );
  }

  listFailing(...[entityRef, controls]: Arguments<'listFailing'>) {
    return hideStatement('list failing findings', () =>
      listFailing(this.knex, entityRef, controls),
    );
  }

  getFinding(key: string) {
    return hideStatement('read a finding', () => getFinding(this.knex, key));
  }

  listGaps(...[clusters, at]: Arguments<'listGaps'>) {
    return hideStatement('list gaps', () => listGaps(this.knex, clusters, at));
  }

  getScan(id: string) {
    return hideStatement('read a scan', () => getScan(this.knex, id));
  }

  createScan(...[request]: Parameters<ScanRequests['createScan']>) {
    return hideStatement('ask for a scan', () =>
      createScan(this.knex, request),
    );
  }
}
