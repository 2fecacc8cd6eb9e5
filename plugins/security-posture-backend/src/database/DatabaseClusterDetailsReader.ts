import { Knex } from 'knex';
import { ClusterDetailsReader } from './ClusterDetailsReader';
import { hideStatement } from './hideStatement';
import { listClusterPostures, listSweeps } from './operations/clusterDetails';
import {
  countServices,
  listNamespaceServices,
} from './operations/clusterPages/clusterServices';
import {
  countByType,
  listBindings,
  listClusterSubjects,
  listSubjectsOf,
} from './operations/clusterPages/clusterSubjects';
import { countFailingSubjects } from './operations/clusterPages/failingSubjects';
import { countEpisodes } from './operations/clusterPages/sweepEpisodes';
import { listClusterTallies } from './operations/clusterParts';

type Arguments<Method extends keyof ClusterDetailsReader> = Parameters<
  ClusterDetailsReader[Method]
>;

/** ClusterDetailsReader on a knex database. */
export class DatabaseClusterDetailsReader implements ClusterDetailsReader {
  constructor(private readonly knex: Knex) {}

  listClusterPostures() {
    return hideStatement('list postures of clusters', () =>
      listClusterPostures(this.knex),
    );
  }

  listSweeps(...[cluster, page]: Arguments<'listSweeps'>) {
    return hideStatement('list sweeps', () =>
      listSweeps(this.knex, cluster, page),
    );
  }

  countEpisodes(...[cluster, numbers]: Arguments<'countEpisodes'>) {
    return hideStatement('count what sweeps found', () =>
      countEpisodes(this.knex, cluster, numbers),
    );
  }

  listClusterSubjects(...[clusters]: Arguments<'listClusterSubjects'>) {
    return hideStatement('read what clusters show', () =>
      listClusterSubjects(this.knex, clusters),
    );
  }

  listNamespaces(...[cluster]: Arguments<'listNamespaces'>) {
    return hideStatement('list namespaces', () =>
      listSubjectsOf(this.knex, cluster, 'namespace'),
    );
  }

  listNodes(...[cluster]: Arguments<'listNodes'>) {
    return hideStatement('list nodes', () =>
      listSubjectsOf(this.knex, cluster, 'node'),
    );
  }

  listBindings(...[cluster, bindings]: Arguments<'listBindings'>) {
    return hideStatement('list bindings', () =>
      listBindings(this.knex, cluster, bindings),
    );
  }

  countByType(...[cluster]: Arguments<'countByType'>) {
    return hideStatement('count subjects', () =>
      countByType(this.knex, cluster),
    );
  }

  countFailingSubjects(
    ...[cluster, controls]: Arguments<'countFailingSubjects'>
  ) {
    return hideStatement('count failing subjects', () =>
      countFailingSubjects(this.knex, cluster, controls),
    );
  }

  listClusterTallies(...[clusters, now]: Arguments<'listClusterTallies'>) {
    return hideStatement('list parts of clusters', () =>
      listClusterTallies(this.knex, clusters, now),
    );
  }

  countServices(...[cluster, visibility]: Arguments<'countServices'>) {
    return hideStatement('count services', () =>
      countServices(this.knex, cluster, visibility),
    );
  }

  listNamespaceServices(
    ...[cluster, visibility]: Arguments<'listNamespaceServices'>
  ) {
    return hideStatement('list services', () =>
      listNamespaceServices(this.knex, cluster, visibility),
    );
  }
}
