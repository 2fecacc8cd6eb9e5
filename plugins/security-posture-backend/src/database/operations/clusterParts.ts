import { Knex } from 'knex';
import { ClusterTallies } from '../ClusterDetailsReader';
import { ClusterPart } from '../RollupStore';
import { ClusterRow } from '../tables';
import { listExemptedClusterFails } from './exemptedFails';
import {
  countOwnedByCluster,
  countSubjects,
  PublishedPart,
  publishedParts,
  toPart,
} from './readEntities';
import { CLUSTER_SCOPE } from './saveParts';

/** What each cluster adds to its own posture, with its workloads. */
export async function listClusterParts(
  knex: Knex,
  now: number,
): Promise<readonly ClusterPart[]> {
  const clusters = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .orderBy('name')
    .select('name');
  const parts: PublishedPart[] = await publishedParts(knex, CLUSTER_SCOPE);
  const workloads = await countSubjects(knex);
  const owned = await countOwnedByCluster(knex);
  const names = clusters.map(({ name }) => name);
  const exempted = await listExemptedClusterFails(knex, names, now);
  return names.map(name => ({
    cluster: name,
    parts: parts
      .filter(part => part.cluster === name)
      .flatMap(part => toPart(part) ?? []),
    workloads: workloads.get(name) ?? 0,
    ownedWorkloads: owned.get(name) ?? 0,
    exempted: exempted.get(name) ?? [],
  }));
}

/** What each of these clusters adds to its own posture, without its workloads. */
export async function listClusterTallies(
  knex: Knex,
  clusters: readonly string[],
  now: number,
): Promise<readonly ClusterTallies[]> {
  const parts: PublishedPart[] = await publishedParts(
    knex,
    CLUSTER_SCOPE,
  ).whereIn('p.scope_ref', [...clusters]);
  const exempted = await listExemptedClusterFails(knex, clusters, now);
  return clusters.map(cluster => ({
    cluster,
    parts: parts
      .filter(part => part.cluster === cluster)
      .flatMap(part => toPart(part) ?? []),
    exempted: exempted.get(cluster) ?? [],
  }));
}
