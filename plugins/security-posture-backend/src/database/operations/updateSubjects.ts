import { Knex } from 'knex';
import { diffFindings, FindingsDiff } from '../diffFindings';
import { encodeOutcomes } from '../outcomes';
import { SubjectChange, SweepTicket } from '../SweepStore';
import { FindingRow, SubjectRow } from '../tables';
import { writeFindings } from './writeFindings';

/** What a subject's row tells before it is written. */
type ExistingSubject = Pick<SubjectRow, (typeof EXISTING)[number]>;

const EXISTING = [
  'id',
  'key',
  'labels',
  'facts',
  'outcomes',
  'outcomes_no',
  'gone_no',
] as const;

interface SubjectDiff {
  readonly change: SubjectChange;
  readonly subject: ExistingSubject;
  readonly diff: FindingsDiff;
}

/** Writes subjects that have a row, with what differs in their findings. Answers with the outcomes of each as stored, by key. */
export async function updateSubjects(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  batch: readonly SubjectChange[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const existing = await readExisting(transaction, batch);
  const diffs = await diffAll(transaction, ticket, batch, existing, now);
  await writeFindings(
    transaction,
    ticket,
    diffs.map(({ subject, diff }) => ({ subjectId: subject.id, diff })),
    now,
  );
  const saved = new Map<string, string>();
  for (const { change, subject, diff } of diffs) {
    const outcomes = encodeOutcomes(diff.stored);
    saved.set(change.key, outcomes);
    await updateSubject(transaction, ticket, change, subject, outcomes, now);
  }
  return saved;
}

async function readExisting(
  transaction: Knex.Transaction,
  batch: readonly SubjectChange[],
): Promise<ReadonlyMap<string, ExistingSubject>> {
  const rows: ExistingSubject[] = await transaction<SubjectRow>('subjects')
    .whereIn(
      'key',
      batch.map(change => change.key),
    )
    .select(...EXISTING);
  return new Map(rows.map(row => [row.key, row]));
}

async function diffAll(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  batch: readonly SubjectChange[],
  existing: ReadonlyMap<string, ExistingSubject>,
  now: number,
): Promise<SubjectDiff[]> {
  const open: FindingRow[] = await transaction<FindingRow>('findings')
    .whereIn(
      'subject_id',
      [...existing.values()].map(row => row.id),
    )
    .whereNull('closed_at');
  const bySubject = new Map<number, FindingRow[]>();
  for (const row of open) {
    bySubject.set(row.subject_id, [
      ...(bySubject.get(row.subject_id) ?? []),
      row,
    ]);
  }
  return batch.map(change => {
    const subject = existing.get(change.key)!;
    return {
      change,
      subject,
      diff: diffFindings(
        change,
        ticket.cluster,
        bySubject.get(subject.id) ?? [],
        now,
      ),
    };
  });
}

async function updateSubject(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  change: SubjectChange,
  subject: ExistingSubject,
  outcomes: string,
  now: number,
): Promise<void> {
  await transaction<SubjectRow>('subjects')
    .where({ id: subject.id })
    .update({
      uid: change.uid ?? null,
      api_version: change.subject.apiVersion,
      labels: change.labels,
      facts: change.facts,
      outcomes,
      outcomes_hash: change.outcomesHash,
      judged_for: change.judgedFor,
      outcomes_no: ticket.number,
      ...priorOf(subject, ticket),
      changed_at: now,
      ...(subject.gone_no === null
        ? {}
        : { first_no: ticket.number, gone_no: null, gone_at: null }),
    });
}

/** What readers take until this sweep is published. */
function priorOf(subject: ExistingSubject, ticket: SweepTicket) {
  return subject.outcomes_no < ticket.number
    ? {
        prior_labels: subject.labels,
        prior_facts: subject.facts,
        prior_outcomes: subject.outcomes,
      }
    : {};
}
