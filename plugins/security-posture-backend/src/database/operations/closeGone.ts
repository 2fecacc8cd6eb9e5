import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { SweepTicket } from '../SweepStore';
import { FindingRow, SubjectRow } from '../tables';
import { whileClaimed } from './claim';

/** Most subjects whose findings one transaction closes: each has about a dozen. */
const SUBJECTS_A_TRANSACTION = 15;

/** Marks subjects that a sweep no longer saw as gone, and closes their findings. */
export async function closeGone(
  knex: Knex,
  ticket: SweepTicket,
  subjectIds: readonly number[],
  now: number,
): Promise<void> {
  for (const ids of chunksOf(subjectIds, SUBJECTS_A_TRANSACTION)) {
    await whileClaimed(knex, ticket, async transaction => {
      await transaction<FindingRow>('findings')
        .whereIn('subject_id', ids)
        .whereNull('closed_at')
        .update({
          closed_at: now,
          closed_no: ticket.number,
          closed_because: 'subjectGone',
        });
      await transaction<SubjectRow>('subjects')
        .whereIn('id', ids)
        .update({ gone_no: ticket.number, gone_at: now, changed_at: now });
    });
  }
}
