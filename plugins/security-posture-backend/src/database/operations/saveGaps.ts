import { Knex } from 'knex';
import { NotEvaluatedReason } from 'security-posture-engine';
import { chunksOf } from '../chunks';
import { SweepTicket } from '../SweepStore';
import { GapRow } from '../tables';
import { whileClaimed } from './claim';

/** Ends gaps that are no more and opens those that are new; a gap that stays is not written. */
export async function saveGaps(
  knex: Knex,
  ticket: SweepTicket,
  gaps: readonly {
    readonly control: string;
    readonly reason: NotEvaluatedReason;
  }[],
  now: number,
): Promise<void> {
  const open = await knex<GapRow>('gaps')
    .where({ cluster: ticket.cluster })
    .whereNull('until');
  const wanted = new Set(gaps.map(gap => `${gap.control} ${gap.reason}`));
  const known = new Set(open.map(row => `${row.control_id} ${row.reason}`));
  const ended = open
    .filter(row => !wanted.has(`${row.control_id} ${row.reason}`))
    .map(row => row.id);
  const opened = gaps.filter(gap => !known.has(`${gap.control} ${gap.reason}`));
  if (ended.length === 0 && opened.length === 0) return;
  await whileClaimed(knex, ticket, async transaction => {
    await transaction<GapRow>('gaps')
      .whereIn('id', ended)
      .update({ until: now, until_no: ticket.number });
    for (const chunk of chunksOf(opened)) {
      await transaction('gaps').insert(
        chunk.map(gap => ({
          cluster: ticket.cluster,
          control_id: gap.control,
          reason: gap.reason,
          since: now,
          since_no: ticket.number,
        })),
      );
    }
  });
}
