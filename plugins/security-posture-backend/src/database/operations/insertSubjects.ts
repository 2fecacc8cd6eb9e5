import { Knex } from 'knex';
import { diffFindings } from '../diffFindings';
import { encodeOutcomes } from '../outcomes';
import { SubjectChange, SweepTicket } from '../SweepStore';
import { SubjectRow } from '../tables';
import { writeFindings } from './writeFindings';

/** Writes subjects that have no row yet, with their findings. Answers with the outcomes of each as stored, by key. */
export async function insertSubjects(
  transaction: Knex.Transaction,
  ticket: SweepTicket,
  batch: readonly SubjectChange[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const diffs = new Map(
    batch.map(change => [
      change.key,
      diffFindings(change, ticket.cluster, [], now),
    ]),
  );
  const outcomes = new Map(
    [...diffs].map(([key, diff]) => [key, encodeOutcomes(diff.stored)]),
  );
  const inserted: Pick<SubjectRow, 'id' | 'key'>[] = await transaction(
    'subjects',
  )
    .insert(
      batch.map(change =>
        newSubjectRow(change, outcomes.get(change.key)!, ticket, now),
      ),
    )
    .returning(['id', 'key']);
  await writeFindings(
    transaction,
    ticket,
    inserted.map(({ id, key }) => ({ subjectId: id, diff: diffs.get(key)! })),
    now,
  );
  return outcomes;
}

function newSubjectRow(
  change: SubjectChange,
  outcomes: string,
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
    outcomes,
    outcomes_hash: change.outcomesHash,
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
