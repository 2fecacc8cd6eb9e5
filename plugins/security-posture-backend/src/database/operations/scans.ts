import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ScanRecord } from '../records';
import { asTime, ScanRequestRow, SweepRow } from '../tables';
import { toSweepRecord } from './readClusters';

/** What somebody asks for. */
export interface NewScan {
  readonly clusters: readonly string[];
  readonly entityRef?: string;
  readonly requestedBy: string;
  readonly now: number;
}

/** Records a request for a scan of these clusters, and answers with its id. */
export async function createScan(knex: Knex, scan: NewScan): Promise<string> {
  const id = randomUUID();
  await knex('scan_requests').insert(
    scan.clusters.map(cluster => ({
      id,
      cluster,
      entity_ref: scan.entityRef ?? null,
      requested_by: scan.requestedBy,
      requested_at: scan.now,
      sweep_id: null,
    })),
  );
  return id;
}

/** A scan, with the sweep that answers it in each cluster. */
export async function getScan(
  knex: Knex,
  id: string,
): Promise<ScanRecord | undefined> {
  const requests = await knex<ScanRequestRow>('scan_requests')
    .where({ id })
    .orderBy('cluster');
  if (requests.length === 0) return undefined;
  const sweeps = await knex<SweepRow>('sweeps').whereIn(
    'id',
    requests.flatMap(request => request.sweep_id ?? []),
  );
  const [{ entity_ref, requested_by, requested_at }] = requests;
  return {
    id,
    ...(entity_ref === null ? {} : { entityRef: entity_ref }),
    requestedBy: requested_by,
    requestedAt: asTime(requested_at)!,
    clusters: requests.map(({ cluster, sweep_id }) => {
      const sweep = sweeps.find(row => row.id === sweep_id);
      return { cluster, ...(sweep ? { sweep: toSweepRecord(sweep) } : {}) };
    }),
  };
}

/** The id of the newest scan of an entity that some cluster has not answered yet: no row where there is none. */
export function openScanOf(knex: Knex, entityRef: string): Knex.QueryBuilder {
  return knex({ r: 'scan_requests' })
    .leftJoin({ s: 'sweeps' }, 's.id', 'r.sweep_id')
    .where('r.entity_ref', entityRef)
    .andWhere(open =>
      open.whereNull('r.sweep_id').orWhere('s.status', 'running'),
    )
    .orderBy('r.requested_at', 'desc')
    .select('r.id')
    .limit(1);
}

/** Clusters with a request that no sweep has taken. */
export async function listWaitingClusters(
  knex: Knex,
): Promise<ReadonlySet<string>> {
  const rows = await knex<ScanRequestRow>('scan_requests')
    .whereNull('sweep_id')
    .distinct('cluster');
  return new Set(rows.map(row => row.cluster));
}

/** Whether a cluster has a request that no sweep has taken. */
export async function isWaitingCluster(
  knex: Knex,
  cluster: string,
): Promise<boolean> {
  const request = await knex<ScanRequestRow>('scan_requests')
    .where({ cluster })
    .whereNull('sweep_id')
    .first();
  return request !== undefined;
}

/** When the oldest request that no sweep has taken was made, of clusters that are configured; undefined where none waits. */
export async function oldestWaitingRequest(
  knex: Knex,
): Promise<number | undefined> {
  const row = await knex({ r: 'scan_requests' })
    .join({ c: 'clusters' }, 'c.name', 'r.cluster')
    .whereNull('c.gone_at')
    .whereNull('r.sweep_id')
    .min({ oldest: 'r.requested_at' })
    .first();
  return row?.oldest === null ? undefined : asTime(row?.oldest);
}

/** Ids of the scans that a sweep answers. */
export async function listScansOf(
  knex: Knex,
  sweepId: string,
): Promise<readonly string[]> {
  const rows = await knex<ScanRequestRow>('scan_requests')
    .where({ sweep_id: sweepId })
    .select('id');
  return rows.map(row => row.id);
}
