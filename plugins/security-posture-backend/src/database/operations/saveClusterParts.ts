import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { PartChange } from '../SweepStore';
import { ClusterRow } from '../tables';
import { markRollupDue } from './markRollupDue';
import {
  changedParts,
  differingParts,
  PARTS_A_TRANSACTION,
  readEntityParts,
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
  const changed = changedParts(
    await readEntityParts(knex, cluster),
    parts,
    library,
  );
  for (const chunk of chunksOf(changed, PARTS_A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      const row = await transaction<ClusterRow>('clusters')
        .where({ name: cluster })
        .forUpdate()
        .first('sweep_no');
      if (!row) return;
      const writer = { cluster, number: row.sweep_no, library, now };
      const wanted = chunk.map(({ part }) => part);
      const rows = await readEntityParts(
        transaction,
        cluster,
        wanted.map(({ scopeRef }) => scopeRef),
      );
      const open = differingParts(rows, wanted, library).filter(
        change => (change.row?.counts_no ?? 0) <= row.sweep_no,
      );
      for (const change of open) await writePart(transaction, writer, change);
      await markRollupDue(
        transaction,
        open.map(({ part }) => part.scopeRef),
      );
    });
  }
}
