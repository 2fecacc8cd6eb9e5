import { Knex } from 'knex';
import { ownersHash } from '../../resolve/OwnerIndex';
import { chunksOf } from '../chunks';
import { diffFindings } from '../diffFindings';
import { decodeOutcomes, encodeOutcomes } from '../outcomes';
import { OwnerJudgement } from '../ResolveStore';
import { ClusterRow, FindingRow, SubjectRow } from '../tables';
import { writeFindings } from './writeFindings';

/** Most subjects that one transaction writes. */
const SUBJECTS_A_TRANSACTION = 50;

/**
 * Replaces the findings of a few controls on subjects of a cluster, under the number that is published.
 * A subject that a running sweep has written or closed already is left to the next resolve.
 */
export async function saveEntityFindings(
  knex: Knex,
  cluster: string,
  judgements: readonly OwnerJudgement[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(judgements, SUBJECTS_A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      const row = await transaction<ClusterRow>('clusters')
        .where({ name: cluster })
        .forUpdate()
        .first('sweep_no');
      if (row) await saveChunk(transaction, cluster, row.sweep_no, chunk, now);
    });
  }
}

async function saveChunk(
  transaction: Knex.Transaction,
  cluster: string,
  number: number,
  judgements: readonly OwnerJudgement[],
  now: number,
): Promise<void> {
  const ids = judgements.map(({ subject }) => subject.id);
  const subjects = await transaction<SubjectRow>('subjects')
    .whereIn('id', ids)
    .andWhere('outcomes_no', '<=', number)
    .whereNull('gone_no');
  const open = await transaction<FindingRow>('findings')
    .whereIn('subject_id', ids)
    .whereNull('closed_at');
  for (const subject of subjects) {
    const judgement = judgements.find(one => one.subject.id === subject.id)!;
    const rows = open.filter(row => row.subject_id === subject.id);
    await saveOne(
      transaction,
      { cluster, number },
      subject,
      judgement,
      rows,
      now,
    );
  }
}

async function saveOne(
  transaction: Knex.Transaction,
  writer: { readonly cluster: string; readonly number: number },
  stored: SubjectRow,
  { subject, findings, inGap }: OwnerJudgement,
  open: readonly FindingRow[],
  now: number,
): Promise<void> {
  const controls = new Set(findings.map(finding => finding.control));
  const diff = diffFindings(
    { findings, inGap, proven: new Map() },
    writer.cluster,
    open.filter(row => controls.has(row.control_id)),
    now,
  );
  const outcomes = encodeOutcomes([
    ...decodeOutcomes(stored.outcomes).filter(
      ({ control }) => !controls.has(control),
    ),
    ...diff.stored,
  ]);
  const changed =
    outcomes !== stored.outcomes || diff.open.length || diff.close.length;
  if (changed)
    await writeFindings(
      transaction,
      writer,
      [{ subjectId: stored.id, diff }],
      now,
    );
  await transaction<SubjectRow>('subjects')
    .where({ id: stored.id })
    .update({
      judged_for: ownersHash(subject.owners),
      ...(changed ? { outcomes, outcomes_hash: '', changed_at: now } : {}),
    });
}
