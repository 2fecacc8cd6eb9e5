import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { SweepProgress } from '../records';
import { SweepTicket } from '../SweepStore';
import { ClusterRow, ScanRequestRow, SweepRow } from '../tables';
import { mendTimes } from './mendTimes';
import { undoUnpublished } from './undoUnpublished';

const NOTHING_READ: SweepProgress = {
  listsRead: 0,
  listsTotal: 0,
  objectsRead: 0,
};

/** What a new sweep says of itself. */
export interface NewSweep {
  readonly cluster: string;
  readonly trigger: 'schedule' | 'request';
  readonly now: number;
}

/**
 * Claims a cluster for a new sweep, takes every scan request that waits, and undoes what an unpublished sweep left behind.
 * From the claim on no other sweep of the cluster can write.
 */
export async function beginSweep(
  knex: Knex,
  sweep: NewSweep,
): Promise<SweepTicket> {
  await mendTimes(knex, sweep.cluster, sweep.now);
  const ticket = await knex.transaction(transaction =>
    claim(transaction, sweep),
  );
  await undoUnpublished(knex, ticket);
  return ticket;
}

async function claim(
  transaction: Knex.Transaction,
  { cluster, trigger, now }: NewSweep,
): Promise<SweepTicket> {
  const row = await transaction<ClusterRow>('clusters')
    .where({ name: cluster })
    .forUpdate()
    .first('sweep_no');
  if (!row) throw new NotFoundError(`Cluster ${cluster} is not known`);
  const sweepId = randomUUID();
  const number = row.sweep_no + 1;
  await endRunning(transaction, cluster, now);
  await transaction<ClusterRow>('clusters')
    .where({ name: cluster })
    .update({ sweep_claim: sweepId });
  await transaction<SweepRow>('sweeps').insert({
    id: sweepId,
    cluster,
    sweep_no: number,
    trigger,
    started_at: now,
    finished_at: null,
    status: 'running',
    reason: null,
    progress: JSON.stringify(NOTHING_READ),
    lists: '[]',
  });
  await transaction<ScanRequestRow>('scan_requests')
    .where({ cluster })
    .whereNull('sweep_id')
    .update({ sweep_id: sweepId });
  return { sweepId, cluster, number };
}

/** A sweep of the cluster that still says it runs was killed, or loses its claim now; its requests wait again. */
async function endRunning(
  transaction: Knex.Transaction,
  cluster: string,
  now: number,
): Promise<void> {
  const running = await transaction<SweepRow>('sweeps')
    .where({ cluster, status: 'running' })
    .select('id');
  for (const { id } of running) {
    await transaction<SweepRow>('sweeps')
      .where({ id })
      .update({ status: 'failed', reason: 'partial', finished_at: now });
    await transaction<ScanRequestRow>('scan_requests')
      .where({ sweep_id: id })
      .update({ sweep_id: null });
  }
}
