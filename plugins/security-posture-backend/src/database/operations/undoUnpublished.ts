import { Knex } from 'knex';
import { MAX_ROWS } from '../chunks';
import { SweepTicket } from '../SweepStore';
import { whileClaimed } from './claim';

/** `subjects.judged_for` of a subject that is to be judged for its owners again. No hash looks like it. */
const UNKNOWN_OWNERS = 'unknown';

/** One kind of change that an unpublished sweep leaves, and how it is undone. */
interface UndoStep {
  readonly table: 'findings' | 'subjects' | 'gaps' | 'posture_parts';
  /** Column that names the rows; a few rows of other profiles may bear the same. */
  readonly id: 'id' | 'scope_ref';
  /** Keeps the rows that bear such a change, given the number of the published sweep. */
  readonly left: (rows: Knex.QueryBuilder, published: number) => void;
  readonly undo: (
    rows: Knex.QueryBuilder,
    published: number,
    column: (name: string) => Knex.Ref<string, { [name: string]: string }>,
  ) => Knex.QueryBuilder;
}

/** In this order: of a key at most one finding may be open, so some are deleted before others are opened again. */
const STEPS: readonly UndoStep[] = [
  {
    table: 'findings',
    id: 'id',
    left: (rows, published) => rows.where('opened_no', '>', published),
    undo: rows => rows.delete(),
  },
  {
    table: 'findings',
    id: 'id',
    left: (rows, published) => rows.where('closed_no', '>', published),
    undo: rows =>
      rows.update({ closed_no: null, closed_at: null, closed_because: null }),
  },
  // What the sweep found, or found again, is as gone as before.
  {
    table: 'subjects',
    id: 'id',
    left: (rows, published) =>
      rows
        .where('first_no', '>', published)
        .andWhere(there =>
          there.whereNull('gone_no').orWhere('gone_no', '>', published),
        ),
    undo: (rows, published, column) =>
      rows.update({
        outcomes_no: published,
        gone_no: published,
        gone_at: column('changed_at'),
      }),
  },
  {
    table: 'subjects',
    id: 'id',
    left: (rows, published) => rows.where('gone_no', '>', published),
    undo: rows => rows.update({ gone_no: null, gone_at: null }),
  },
  {
    table: 'subjects',
    id: 'id',
    left: (rows, published) =>
      rows
        .where('outcomes_no', '>', published)
        .andWhere('first_no', '<=', published),
    undo: (rows, published, column) =>
      rows.update({
        labels: column('prior_labels'),
        facts: column('prior_facts'),
        outcomes: column('prior_outcomes'),
        outcomes_no: published,
        outcomes_hash: '',
        judged_for: UNKNOWN_OWNERS,
      }),
  },
  {
    table: 'gaps',
    id: 'id',
    left: (rows, published) => rows.where('since_no', '>', published),
    undo: rows => rows.delete(),
  },
  {
    table: 'gaps',
    id: 'id',
    left: (rows, published) => rows.where('until_no', '>', published),
    undo: rows => rows.update({ until_no: null, until: null }),
  },
  {
    table: 'posture_parts',
    id: 'scope_ref',
    left: (rows, published) =>
      rows.where('counts_no', '>', published).whereNull('prior_counts'),
    undo: rows => rows.delete(),
  },
  {
    table: 'posture_parts',
    id: 'scope_ref',
    left: (rows, published) =>
      rows.where('counts_no', '>', published).whereNotNull('prior_counts'),
    undo: (rows, published, column) =>
      rows.update({
        counts: column('prior_counts'),
        subjects: column('prior_subjects'),
        library: column('prior_library'),
        counts_no: published,
      }),
  },
];

/**
 * Undoes what a sweep with the number of this ticket left behind without publishing it, a few rows a transaction.
 * Readers never saw any of it, so that it does not matter where this is interrupted.
 */
export async function undoUnpublished(
  knex: Knex,
  ticket: SweepTicket,
): Promise<void> {
  for (const step of STEPS) {
    let undone: number;
    do {
      undone = await whileClaimed(knex, ticket, transaction =>
        undoSome(transaction, ticket, step),
      );
    } while (undone === MAX_ROWS);
  }
}

/** Undoes at most MAX_ROWS rows, and answers how many. */
async function undoSome(
  transaction: Knex.Transaction,
  { cluster, number }: SweepTicket,
  step: UndoStep,
): Promise<number> {
  const published = number - 1;
  const rows = () =>
    transaction(step.table).where({ cluster }).modify(step.left, published);
  const found: { [id: string]: number | string }[] = await rows()
    .limit(MAX_ROWS)
    .select(step.id);
  if (found.length === 0) return 0;
  await step.undo(
    rows().whereIn(
      step.id,
      found.map(row => row[step.id]),
    ),
    published,
    name => transaction.ref(name),
  );
  return found.length;
}
