import { Knex } from 'knex';
import { SweepList, SweepProgress } from '../records';
import { SweepEnd, SweepFailure, SweepTicket } from '../SweepStore';
import { ClusterRow, SubjectRow, SweepRow } from '../tables';
import { whileClaimed } from './claim';
import { NewChange, saveChange } from './saveChange';
import { undoUnpublished } from './undoUnpublished';

type ClusterBefore = Pick<
  ClusterRow,
  'state' | 'state_reason' | 'failing_since'
>;

/** Publishes a sweep: raising the cluster's number shows all of it at once. */
export async function publishSweep(
  knex: Knex,
  ticket: SweepTicket,
  end: SweepEnd,
): Promise<void> {
  await whileClaimed(knex, ticket, async transaction => {
    await endRow(
      transaction,
      ticket,
      end.status,
      end.reason ?? null,
      end.lists,
      end.now,
    );
    const before = await clusterBefore(transaction, ticket.cluster);
    for (const change of changesBy(before, end))
      await saveChange(transaction, {
        at: end.now,
        cluster: ticket.cluster,
        ...change,
      });
    await transaction<ClusterRow>('clusters')
      .where({ name: ticket.cluster })
      .update({
        sweep_no: ticket.number,
        ...((await changedSubjects(transaction, ticket))
          ? { changed_no: ticket.number }
          : {}),
        sweep_claim: null,
        version: end.kubernetesVersion,
        reported_controls: JSON.stringify(end.reportedControls),
        state: 'scanned',
        state_reason: end.reason ?? null,
        failing_since: null,
        ...(end.status === 'complete' ? { last_success_at: end.now } : {}),
      });
  });
}

/** How a cluster tells of itself another way than before a sweep that is published. */
function changesBy(
  before: ClusterBefore,
  { reason }: SweepEnd,
): readonly Pick<NewChange, 'what' | 'to'>[] {
  const wasInPart = before.state === 'scanned' && before.state_reason !== null;
  return [
    ...(before.state === 'unreachable'
      ? [{ what: 'clusterAnswers' } as const]
      : []),
    ...(reason && !wasInPart
      ? [{ what: 'clusterScannedInPart', to: reason } as const]
      : []),
    ...(!reason && wasInPart ? [{ what: 'clusterScannedWhole' } as const] : []),
  ];
}

/** Whether a sweep has written a subject, or found one gone. */
async function changedSubjects(
  transaction: Knex.Transaction,
  { cluster, number }: SweepTicket,
): Promise<boolean> {
  const changed = await transaction<SubjectRow>('subjects')
    .where({ cluster })
    .andWhere(written =>
      written.where('outcomes_no', number).orWhere('gone_no', number),
    )
    .first('id');
  return changed !== undefined;
}

/** Ends a sweep that brought nothing: undoes what it wrote. The last posture stays, and the cluster says why it is old. */
export async function failSweep(
  knex: Knex,
  ticket: SweepTicket,
  end: SweepFailure,
): Promise<void> {
  await undoUnpublished(knex, ticket);
  await whileClaimed(knex, ticket, async transaction => {
    await endRow(transaction, ticket, 'failed', end.reason, end.lists, end.now);
    const before = await clusterBefore(transaction, ticket.cluster);
    if (end.unreachable && before.state !== 'unreachable')
      await saveChange(transaction, {
        at: end.now,
        what: 'clusterUnreachable',
        cluster: ticket.cluster,
        to: end.reason,
      });
    await transaction<ClusterRow>('clusters')
      .where({ name: ticket.cluster })
      .update({
        sweep_claim: null,
        failing_since: before.failing_since ?? end.now,
        ...(end.unreachable
          ? { state: 'unreachable', state_reason: end.reason }
          : {}),
      });
  });
}

/** Keeps how far a running sweep is, for those who wait. Of a sweep that has ended nothing is kept. */
export async function saveProgress(
  knex: Knex,
  ticket: SweepTicket,
  progress: SweepProgress,
): Promise<void> {
  await knex<SweepRow>('sweeps')
    .where({ id: ticket.sweepId, status: 'running' })
    .update({ progress: JSON.stringify(progress) });
}

async function clusterBefore(
  transaction: Knex.Transaction,
  name: string,
): Promise<ClusterBefore> {
  const [row] = await transaction<ClusterRow>('clusters')
    .where({ name })
    .select('state', 'state_reason', 'failing_since');
  return row;
}

async function endRow(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  status: string,
  reason: string | null,
  lists: readonly SweepList[],
  now: number,
): Promise<void> {
  await transaction<SweepRow>('sweeps')
    .where({ id: ticket.sweepId })
    .update({ status, reason, finished_at: now, lists: JSON.stringify(lists) });
}
