import { Knex } from 'knex';
import {
  getCluster,
  getLastSweep,
  listClusters,
  listLastSweeps,
} from '../database/operations/readClusters';
import {
  isWaitingCluster,
  listWaitingClusters,
} from '../database/operations/scans';
import { ClusterRecord, SweepRecord } from '../database/records';
import { ClusterSchedule } from './SweepScheduler';

/** How every known cluster stands, as the database says. */
export async function readSchedules(
  knex: Knex,
): Promise<readonly ClusterSchedule[]> {
  const clusters = await listClusters(knex);
  const sweeps = await listLastSweeps(knex);
  const waiting = await listWaitingClusters(knex);
  return clusters.map(cluster =>
    scheduleOf(cluster, sweeps.get(cluster.name), waiting.has(cluster.name)),
  );
}

/** How one cluster stands, as the database says; undefined where it is not known or gone. */
export async function readSchedule(
  knex: Knex,
  name: string,
): Promise<ClusterSchedule | undefined> {
  const cluster = await getCluster(knex, name);
  if (!cluster) return undefined;
  const last = await getLastSweep(knex, name);
  return scheduleOf(cluster, last, await isWaitingCluster(knex, name));
}

function scheduleOf(
  { name, state }: ClusterRecord,
  last: SweepRecord | undefined,
  requested: boolean,
): ClusterSchedule {
  return {
    name,
    scannable: state !== 'needsUserCredentials',
    ...(last ? { lastStartedAt: last.startedAt } : {}),
    lastFailed: last?.status === 'failed',
    lastUnended: last?.status === 'running',
    requested,
  };
}
