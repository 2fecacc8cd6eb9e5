import { Knex } from 'knex';
import { EpisodeRecord } from '../../HistoryReader';
import {
  JoinedFindingRow,
  selectFinding,
  toFindingRecord,
} from '../findingRows';

/** The published episodes of a finding, newest first. */
export async function listEpisodes(
  knex: Knex,
  key: string,
  limit: number,
): Promise<readonly EpisodeRecord[]> {
  const rows: JoinedFindingRow[] = await knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .where('f.key', key)
    .andWhereRaw('f.opened_no <= c.sweep_no')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .modify(selectFinding, knex);
  return rows.map(row => ({
    ...toFindingRecord(row),
    openedAt: Number(row.opened_at),
  }));
}
