import { Knex } from 'knex';
import { Violation } from 'security-posture-engine';
import { chunksOf } from '../../chunks';
import { EvidenceRecord } from '../../ExemptionStore';
import { FindingRow } from '../../tables';

type EpisodeRow = Pick<FindingRow, 'key' | 'violations' | 'closed_no'> & {
  readonly sweep_no: number;
};

/** What findings name in their open episode, and what they named in the one before, by key. */
export async function listEvidence(
  knex: Knex,
  keys: readonly string[],
): Promise<ReadonlyMap<string, EvidenceRecord>> {
  const evidence = new Map<string, EvidenceRecord>();
  for (const chunk of chunksOf(keys)) {
    const rows: EpisodeRow[] = await knex({ f: 'findings' })
      .join({ c: 'clusters' }, 'c.name', 'f.cluster')
      .whereIn('f.key', [...chunk])
      .andWhere('f.outcome', 'fail')
      .andWhereRaw('f.opened_no <= c.sweep_no')
      .orderBy('f.id')
      .select('f.key', 'f.violations', 'f.closed_no', 'c.sweep_no');
    for (const row of rows)
      evidence.set(row.key, withEpisode(evidence.get(row.key), row));
  }
  return evidence;
}

/** Episodes come oldest first, so the last closed one is what was there before. */
function withEpisode(
  known: EvidenceRecord = {},
  { violations, closed_no, sweep_no }: EpisodeRow,
): EvidenceRecord {
  const named = JSON.parse(violations) as Violation[];
  const closed = closed_no !== null && closed_no <= sweep_no;
  return closed ? { ...known, before: named } : { ...known, now: named };
}
