import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { FindingsDiff } from '../diffFindings';
import { FindingRow } from '../tables';

/** Rows of findings that one statement inserts: each has sixteen columns. */
const ROWS_A_STATEMENT = 50;

/** Under which cluster and number findings are written. */
export interface FindingsWriter {
  readonly cluster: string;
  readonly number: number;
}

/** The diff of one subject's findings. */
export interface SubjectFindingsDiff {
  readonly subjectId: number;
  readonly diff: FindingsDiff;
}

/** Closes and opens episodes. */
export async function writeFindings(
  transaction: Knex.Transaction,
  writer: FindingsWriter,
  diffs: readonly SubjectFindingsDiff[],
  now: number,
): Promise<void> {
  const closing = diffs.flatMap(({ diff }) => diff.close);
  for (const because of new Set(closing.map(row => row.because))) {
    await transaction<FindingRow>('findings')
      .whereIn(
        'id',
        closing.filter(row => row.because === because).map(row => row.id),
      )
      .update({
        closed_at: now,
        closed_no: writer.number,
        closed_because: because,
      });
  }
  const rows = diffs.flatMap(({ diff, subjectId }) =>
    diff.open.map(row => ({
      ...row,
      subject_id: subjectId,
      cluster: writer.cluster,
      opened_at: now,
      opened_no: writer.number,
    })),
  );
  for (const chunk of chunksOf(rows, ROWS_A_STATEMENT))
    await transaction('findings').insert(chunk);
}
