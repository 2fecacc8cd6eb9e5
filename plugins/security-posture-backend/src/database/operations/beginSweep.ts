import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { SweepProgress } from '../records';
import { SweepTicket } from '../SweepStore';
import {
  ClusterRow,
  FindingRow,
  GapRow,
  PosturePartRow,
  ScanRequestRow,
  SubjectRow,
  SweepRow,
} from '../tables';

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
 * Claims a cluster for a new sweep: undoes what an unpublished sweep left behind, ends its row,
 * and takes every scan request that waits. One transaction.
 */
export async function beginSweep(
  knex: Knex,
  { cluster, trigger, now }: NewSweep,
): Promise<SweepTicket> {
  const sweepId = randomUUID();
  return knex.transaction(async transaction => {
    const row = await transaction<ClusterRow>('clusters')
      .where({ name: cluster })
      .forUpdate()
      .first();
    if (!row) throw new NotFoundError(`Cluster ${cluster} is not known`);
    await undoUnpublished(transaction, cluster, row.sweep_no);
    await endRunning(transaction, cluster, now);
    await transaction<ClusterRow>('clusters')
      .where({ name: cluster })
      .update({ sweep_claim: sweepId });
    await transaction<SweepRow>('sweeps').insert({
      id: sweepId,
      cluster,
      sweep_no: row.sweep_no + 1,
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
    return { sweepId, cluster, number: row.sweep_no + 1 };
  });
}

async function undoUnpublished(
  transaction: Knex.Transaction,
  cluster: string,
  published: number,
): Promise<void> {
  await transaction<FindingRow>('findings')
    .where({ cluster })
    .andWhere('opened_no', '>', published)
    .delete();
  await transaction<FindingRow>('findings')
    .where({ cluster })
    .andWhere('closed_no', '>', published)
    .update({ closed_no: null, closed_at: null, closed_because: null });
  await transaction<SubjectRow>('subjects')
    .where({ cluster })
    .andWhere('gone_no', '>', published)
    .update({ gone_no: null, gone_at: null });
  await transaction<GapRow>('gaps')
    .where({ cluster })
    .andWhere('since_no', '>', published)
    .delete();
  await transaction<GapRow>('gaps')
    .where({ cluster })
    .andWhere('until_no', '>', published)
    .update({ until_no: null, until: null });
  await transaction<PosturePartRow>('posture_parts')
    .where({ cluster })
    .andWhere('counts_no', '>', published)
    .whereNull('prior_counts')
    .delete();
}

/** A sweep of the cluster that still says it runs was killed, or is about to lose its claim. */
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
