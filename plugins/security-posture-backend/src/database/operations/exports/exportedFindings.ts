import { Knex } from 'knex';
import { ExportedRecord, ExportScope } from '../../ExportReader';
import { ownersOf } from '../explore/ownersOf';
import { toFindingRecord } from '../findingRows';
import { findingsByIds } from '../history/findingsAt';

/** A page of findings, in the order of their ids. */
export async function exportedFindings(
  knex: Knex,
  scope: ExportScope,
  ids: readonly number[],
): Promise<readonly ExportedRecord[]> {
  const rows = await findingsByIds(knex, ids);
  const owners = await ownersOf(
    knex,
    scope,
    rows.map(row => row.subject_id),
  );
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.flatMap(id => {
    const row = byId.get(id);
    if (!row) return [];
    const entityRefs = owners.get(row.subject_id) ?? [];
    return [{ ...toFindingRecord(row), id, entityRefs }];
  });
}
