import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { PartChange } from '../SweepStore';
import { ClusterRow } from '../tables';
import {
  changedParts,
  PARTS_A_TRANSACTION,
  readParts,
  writePart,
} from './saveParts';

/** Writes the parts of a cluster that differ, under the number that is published; those that a running sweep has written are left to it. */
export async function saveClusterParts(
  knex: Knex,
  cluster: string,
  parts: readonly PartChange[],
  library: string,
  now: number,
): Promise<void> {
  const row = await knex<ClusterRow>('clusters')
    .where({ name: cluster })
    .first('sweep_no');
  if (!row) return;
  const changed = changedParts(
    await readParts(knex, cluster),
    parts,
    library,
  ).filter(change => !change.row || change.row.counts_no <= row.sweep_no);
  const writer = { cluster, number: row.sweep_no, library, now };
  for (const chunk of chunksOf(changed, PARTS_A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      for (const change of chunk) await writePart(transaction, writer, change);
    });
  }
}
