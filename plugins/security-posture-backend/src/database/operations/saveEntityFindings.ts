import { Knex } from 'knex';
import { Finding } from 'security-posture-engine';
import { diffFindings } from '../diffFindings';
import { decodeOutcomes, encodeOutcomes, OutcomeOfFinding } from '../outcomes';
import { OwnedSubject } from '../ResolveStore';
import { ClusterRow, FindingRow, SubjectRow } from '../tables';
import { writeFindings } from './writeFindings';

/**
 * Replaces the findings of a few controls on a subject, under the number that is published.
 * A subject that a running sweep has written already is left to it.
 */
export async function saveEntityFindings(
  knex: Knex,
  owned: OwnedSubject,
  findings: readonly Finding[],
  now: number,
): Promise<void> {
  await knex.transaction(async transaction => {
    const cluster = await transaction<ClusterRow>('clusters')
      .where({ name: owned.cluster })
      .forUpdate()
      .first();
    const subject = await transaction<SubjectRow>('subjects')
      .where({ id: owned.id })
      .first();
    if (!cluster || !subject || subject.outcomes_no > cluster.sweep_no) return;
    const controls = findings.map(finding => finding.control);
    const rows: FindingRow[] = await transaction<FindingRow>('findings')
      .where({ subject_id: owned.id })
      .whereIn('control_id', controls)
      .whereNull('closed_at');
    const change = {
      findings,
      inGap: new Set<string>(),
      prove: () => undefined,
    };
    const diff = diffFindings(change, owned.cluster, rows, now);
    const others = decodeOutcomes(subject.outcomes).filter(
      one => !controls.includes(one.control),
    );
    const outcomes = encodeOutcomes([
      ...(others as OutcomeOfFinding[]),
      ...diff.stored,
    ]);
    if (
      outcomes === subject.outcomes &&
      diff.open.length === 0 &&
      diff.close.length === 0
    )
      return;
    await writeFindings(
      transaction,
      { cluster: owned.cluster, number: cluster.sweep_no },
      [{ subjectId: owned.id, diff }],
      now,
    );
    await transaction<SubjectRow>('subjects')
      .where({ id: owned.id })
      .update({ outcomes, outcomes_hash: '', changed_at: now });
  });
}
