import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { allowedClusters } from './entityClusters';

/** The clusters that a scan of an entity sweeps: those that it was found in, or where it was found in none, all that it may run in. */
export function clustersToScan(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
): readonly ClusterRecord[] {
  const scannable = clusters.filter(
    cluster => cluster.state !== 'needsUserCredentials',
  );
  const home = scannable.filter(({ name }) =>
    record.parts.some(part => part.cluster === name),
  );
  return home.length ? home : allowedClusters(record, scannable);
}
