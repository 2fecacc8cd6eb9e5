import { Knex } from 'knex';
import { DatabaseSweepStore } from '../../../plugins/security-posture-backend/src/database/DatabaseSweepStore';
import {
  ClusterRow,
  SweepRow,
} from '../../../plugins/security-posture-backend/src/database/tables';

/** Writes what a sweep writes that finds nothing changed: its own row and its cluster's, through the store of sweeps. */
export async function repeatSweeps(
  knex: Knex,
  times: readonly number[],
): Promise<void> {
  const store = new DatabaseSweepStore(knex);
  const clusters = await knex<ClusterRow>('clusters').whereNull('gone_at');
  for (const now of times) {
    for (const cluster of clusters)
      await repeatSweep(store, knex, cluster, now);
  }
}

async function repeatSweep(
  store: DatabaseSweepStore,
  knex: Knex,
  { name, version, reported_controls }: ClusterRow,
  now: number,
): Promise<void> {
  const last = await knex<SweepRow>('sweeps')
    .where({ cluster: name, status: 'complete' })
    .orderBy('sweep_no', 'desc')
    .first('lists', 'progress');
  if (!last) throw new Error(`Cluster ${name} has no complete sweep`);
  const ticket = await store.begin({
    cluster: name,
    trigger: 'schedule',
    now,
  });
  await store.saveProgress(ticket, JSON.parse(last.progress));
  await store.publish(ticket, {
    status: 'complete',
    kubernetesVersion: version ?? '',
    reportedControls: JSON.parse(reported_controls),
    lists: JSON.parse(last.lists),
    now,
  });
}
