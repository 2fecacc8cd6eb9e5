import { Knex } from 'knex';
import {
  listClusters,
  listLastSweeps,
} from '../database/operations/readClusters';
import { listWaitingClusters } from '../database/operations/scans';
import { ClusterSchedule } from './SweepScheduler';

/** How every known cluster stands, as the database says. */
export async function readSchedules(
  knex: Knex,
): Promise<readonly ClusterSchedule[]> {
  const clusters = await listClusters(knex);
  const sweeps = await listLastSweeps(knex);
  const waiting = await listWaitingClusters(knex);
  return clusters.map(({ name, state }) => {
    const last = sweeps.get(name);
    return {
      name,
      scannable: state !== 'needsUserCredentials',
      ...(last ? { lastStartedAt: last.startedAt } : {}),
      lastFailed: last?.status === 'failed',
      requested: waiting.has(name),
    };
  });
}
