import { Knex } from 'knex';
import { ClusterRow } from '../tables';
import { SweepSupersededError, SweepTicket } from '../SweepStore';

/**
 * Runs a transaction that may write for a sweep only while that sweep holds its cluster.
 * The cluster's row is locked meanwhile, so that no other sweep begins in between.
 */
export async function whileClaimed<T>(
  knex: Knex,
  ticket: SweepTicket,
  write: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async transaction => {
    const row = await transaction<ClusterRow>('clusters')
      .where({ name: ticket.cluster })
      .forUpdate()
      .first('sweep_claim');
    if (row?.sweep_claim !== ticket.sweepId)
      throw new SweepSupersededError(ticket.cluster);
    return write(transaction);
  });
}
