import { ClusterRecord, EntityPostureRecord } from '../database/records';

/** The configured clusters that an entity may run in: those that its mapping allows, or where it is not mapped, those it was found in. */
export function allowedClusters(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
): readonly ClusterRecord[] {
  const names = new Set(
    record.mapping.query?.clusters ?? record.parts.map(part => part.cluster),
  );
  return clusters.filter(cluster => names.has(cluster.name));
}

/** The configured clusters that have something to say of an entity: allowed ones, and those it was found in. */
export function clustersOfEntity(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
): readonly ClusterRecord[] {
  const names = new Set([
    ...(record.mapping.query?.clusters ?? []),
    ...record.parts.map(part => part.cluster),
  ]);
  return clusters.filter(cluster => names.has(cluster.name));
}
