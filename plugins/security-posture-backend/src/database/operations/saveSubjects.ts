import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { Finding } from 'security-posture-engine';
import { chunksOf, MAX_ROWS } from '../chunks';
import { SubjectChange, SweepTicket } from '../SweepStore';
import { SubjectRow } from '../tables';
import { whileClaimed } from './claim';
import { insertSubjects } from './insertSubjects';
import { updateSubjects } from './updateSubjects';

/** Most subjects that one transaction updates: each may have a dozen findings that end. */
const UPDATES_A_TRANSACTION = 15;

/**
 * Writes subjects with their findings, in transactions of at most about 200 rows; requests are served between them.
 * Answers with the outcomes of each as stored, by key.
 */
export async function saveSubjects(
  knex: Knex,
  ticket: SweepTicket,
  changes: readonly SubjectChange[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  // Only the sweep that holds the cluster adds subjects to it, so that a key without a row has none until then.
  const there = await keysWithRow(knex, changes);
  const added = changes.filter(({ key }) => !there.has(key));
  const known = changes.filter(({ key }) => there.has(key));
  const saved = new Map<string, string>();
  const write = async (save: typeof insertSubjects, batch: SubjectChange[]) => {
    const outcomes = await whileClaimed(knex, ticket, transaction =>
      save(transaction, ticket, batch, now),
    );
    for (const [key, stored] of outcomes) saved.set(key, stored);
    await setImmediate();
  };
  for (const batch of batchesOf(added, rowsOfAdded, MAX_ROWS))
    await write(insertSubjects, batch);
  for (const batch of batchesOf(known, rowsOfKnown, UPDATES_A_TRANSACTION))
    await write(updateSubjects, batch);
  return saved;
}

async function keysWithRow(
  knex: Knex,
  changes: readonly SubjectChange[],
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const chunk of chunksOf(changes)) {
    const rows: Pick<SubjectRow, 'key'>[] = await knex<SubjectRow>('subjects')
      .whereIn(
        'key',
        chunk.map(({ key }) => key),
      )
      .select('key');
    for (const { key } of rows) keys.add(key);
  }
  return keys;
}

/** Slices of at most `most` subjects that write at most MAX_ROWS rows together. */
function batchesOf(
  changes: readonly SubjectChange[],
  rowsOf: (change: SubjectChange) => number,
  most: number,
): SubjectChange[][] {
  const batches: SubjectChange[][] = [];
  let rows = MAX_ROWS;
  for (const change of changes) {
    const own = rowsOf(change);
    const last = batches[batches.length - 1];
    if (rows + own > MAX_ROWS || last.length === most) {
      batches.push([change]);
      rows = own;
    } else {
      last.push(change);
      rows += own;
    }
  }
  return batches;
}

function rowsOfAdded({ findings, inGap }: SubjectChange): number {
  return (
    1 +
    findings.filter(finding => hasRow(finding) && !inGap.has(finding.control))
      .length
  );
}

/** Each finding that fails may close one row and open another; one that passes now may close one. */
function rowsOfKnown({ findings }: SubjectChange): number {
  return 1 + 2 * findings.filter(hasRow).length;
}

function hasRow({ outcome }: Finding): boolean {
  return outcome === 'fail' || outcome === 'notEvaluated';
}
