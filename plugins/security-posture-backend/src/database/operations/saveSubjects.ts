import { Knex } from 'knex';
import { Finding } from 'security-posture-engine';
import { MAX_ROWS } from '../chunks';
import { diffFindings, FindingsDiff } from '../diffFindings';
import { encodeOutcomes } from '../outcomes';
import { SubjectChange, SweepTicket } from '../SweepStore';
import { FindingRow, SubjectRow } from '../tables';
import { whileClaimed } from './claim';
import { writeFindings } from './writeFindings';

/** What a subject's row tells before it is written. */
type ExistingSubject = Pick<SubjectRow, (typeof EXISTING)[number]>;

/** Most subjects that one transaction writes: each may have a dozen findings that end. */
const SUBJECTS_A_TRANSACTION = 15;

const EXISTING = [
  'id',
  'key',
  'labels',
  'facts',
  'outcomes',
  'outcomes_no',
  'gone_no',
] as const;

/**
 * Writes subjects with their findings, in transactions of at most about 200 rows.
 * Answers with the outcomes of each as stored, by key.
 */
export async function saveSubjects(
  knex: Knex,
  ticket: SweepTicket,
  changes: readonly SubjectChange[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const saved = new Map<string, string>();
  for (const batch of batchesOf(changes)) {
    await whileClaimed(knex, ticket, async transaction => {
      const existing = await ensureExisting(transaction, ticket, batch, now);
      const diffs = await diffAll(transaction, ticket, batch, existing, now);
      await writeFindings(
        transaction,
        ticket,
        diffs.map(({ subject, diff }) => ({ subjectId: subject.id, diff })),
        now,
      );
      for (const { change, subject, diff } of diffs) {
        const outcomes = encodeOutcomes(diff.stored);
        saved.set(change.key, outcomes);
        await updateSubject(
          transaction,
          ticket,
          change,
          subject,
          outcomes,
          now,
        );
      }
    });
  }
  return saved;
}

interface SubjectDiff {
  readonly change: SubjectChange;
  readonly subject: ExistingSubject;
  readonly diff: FindingsDiff;
}

/** Each finding that fails may close one row and open another; one that passes now may close one. */
function batchesOf(changes: readonly SubjectChange[]): SubjectChange[][] {
  const batches: SubjectChange[][] = [];
  let rows = MAX_ROWS;
  for (const change of changes) {
    const own = 1 + 2 * change.findings.filter(hasRow).length;
    const last = batches[batches.length - 1];
    if (rows + own > MAX_ROWS || last.length === SUBJECTS_A_TRANSACTION) {
      batches.push([change]);
      rows = own;
    } else {
      last.push(change);
      rows += own;
    }
  }
  return batches;
}

function hasRow({ outcome }: Finding): boolean {
  return outcome === 'fail' || outcome === 'notEvaluated';
}

/** The rows of all subjects; what has none gets one. */
async function ensureExisting(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  batch: readonly SubjectChange[],
  now: number,
): Promise<ReadonlyMap<string, ExistingSubject>> {
  const known = await readExisting(transaction, batch);
  const missing = batch.filter(change => !known.has(change.key));
  if (missing.length === 0) return known;
  await transaction('subjects').insert(
    missing.map(change => newSubjectRow(change, ticket, now)),
  );
  return new Map([...known, ...(await readExisting(transaction, missing))]);
}

function newSubjectRow(
  change: SubjectChange,
  ticket: SweepTicket,
  now: number,
): Omit<SubjectRow, 'id'> {
  const { subject } = change;
  return {
    key: change.key,
    cluster: ticket.cluster,
    type: subject.type,
    api_version: subject.apiVersion,
    kind: subject.kind,
    namespace: subject.namespace ?? null,
    name: subject.name,
    uid: change.uid ?? null,
    labels: change.labels,
    facts: change.facts,
    outcomes: encodeOutcomes([]),
    outcomes_hash: '',
    judged_for: change.judgedFor,
    outcomes_no: ticket.number,
    prior_labels: null,
    prior_facts: null,
    prior_outcomes: null,
    first_no: ticket.number,
    gone_no: null,
    first_seen_at: now,
    changed_at: now,
    gone_at: null,
  };
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
