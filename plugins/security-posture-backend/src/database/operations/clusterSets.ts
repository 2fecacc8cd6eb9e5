import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { ClusterSetRow } from '../tables';

/** Names a set of clusters: the same clusters in any order have the same id. */
export function clusterSetId(clusters: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...clusters].sort()))
    .digest('hex')
    .slice(0, 32);
}

/** Writes the sets that are not stored yet. A set never changes, for its id is made of it. */
export async function saveClusterSets(
  knex: Knex,
  sets: readonly (readonly string[])[],
): Promise<void> {
  const stored = new Set(
    (await knex<ClusterSetRow>('cluster_sets').distinct('id')).map(
      ({ id }) => id,
    ),
  );
  const missing = new Map(sets.map(set => [clusterSetId(set), set]));
  for (const id of stored) missing.delete(id);
  const rows = [...missing].flatMap(([id, set]) =>
    [...new Set(set)].map(cluster => ({ id, cluster })),
  );
  for (const chunk of chunksOf(rows))
    await knex('cluster_sets')
      .insert([...chunk])
      .onConflict(['id', 'cluster'])
      .ignore();
}
