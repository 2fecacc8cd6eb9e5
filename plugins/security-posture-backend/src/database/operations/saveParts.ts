import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { PartChange, SweepTicket } from '../SweepStore';
import { PosturePartRow } from '../tables';
import { whileClaimed } from './claim';

/** Scope type of an entity's parts. */
export const ENTITY_SCOPE = 'entity';

/** Most parts that one transaction writes. */
export const PARTS_A_TRANSACTION = 50;

/** How parts are written: by a sweep under its number, or by resolving under the number that is published. */
export interface PartsWriter {
  readonly cluster: string;
  readonly number: number;
  readonly library: string;
  readonly now: number;
}

/** Writes the parts of a sweep that differ from what is stored; an entity with none left keeps a part of nothing. */
export async function saveParts(
  knex: Knex,
  ticket: SweepTicket,
  parts: readonly PartChange[],
  library: string,
  now: number,
): Promise<void> {
  const writer = {
    cluster: ticket.cluster,
    number: ticket.number,
    library,
    now,
  };
  const changed = changedParts(
    await readParts(knex, ticket.cluster),
    parts,
    library,
  );
  for (const chunk of chunksOf(changed, PARTS_A_TRANSACTION)) {
    await whileClaimed(knex, ticket, async transaction => {
      for (const change of chunk) await writePart(transaction, writer, change);
    });
  }
}

/** A part to write, beside the row that it replaces. */
export interface ChangedPart {
  readonly part: PartChange;
  readonly row: PosturePartRow | undefined;
}

/** The parts of a cluster as they stand, those of unpublished sweeps too. */
export async function readParts(
  knex: Knex,
  cluster: string,
): Promise<readonly PosturePartRow[]> {
  return knex<PosturePartRow>('posture_parts').where({
    cluster,
    scope_type: ENTITY_SCOPE,
  });
}

/** Which parts differ from the rows; rows that no part replaces become parts of nothing. */
export function changedParts(
  rows: readonly PosturePartRow[],
  parts: readonly PartChange[],
  library: string,
): readonly ChangedPart[] {
  const byScope = new Map(
    rows.map(row => [`${row.profile} ${row.scope_ref}`, row]),
  );
  const wanted = new Set(
    parts.map(part => `${part.profile} ${part.entityRef}`),
  );
  const emptied = rows
    .filter(
      row => row.subjects > 0 && !wanted.has(`${row.profile} ${row.scope_ref}`),
    )
    .map(row => ({
      entityRef: row.scope_ref,
      profile: row.profile,
      subjects: 0,
      tallies: {},
    }));
  return [...parts, ...emptied]
    .map(part => ({
      part,
      row: byScope.get(`${part.profile} ${part.entityRef}`),
    }))
    .filter(({ part, row }) => !row || !sameAs(row, part, library));
}

/** Writes one part. What readers saw until now stays in `prior_counts` until the number is published. */
export async function writePart(
  transaction: Knex.Transaction,
  { cluster, number, library, now }: PartsWriter,
  { part, row }: ChangedPart,
): Promise<void> {
  const key = {
    scope_type: ENTITY_SCOPE,
    scope_ref: part.entityRef,
    cluster,
    profile: part.profile,
  };
  const counts = {
    subjects: part.subjects,
    counts: JSON.stringify(part.tallies),
    counts_no: number,
    library,
    changed_at: now,
  };
  if (!row) {
    await transaction('posture_parts').insert({
      ...key,
      ...counts,
      prior_counts: null,
      prior_subjects: null,
    });
    return;
  }
  const unpublished = row.counts_no >= number;
  await transaction<PosturePartRow>('posture_parts')
    .where(key)
    .update({
      ...counts,
      prior_counts: unpublished ? row.prior_counts : row.counts,
      prior_subjects: unpublished ? row.prior_subjects : row.subjects,
    });
}

function sameAs(
  row: PosturePartRow,
  part: PartChange,
  library: string,
): boolean {
  return (
    row.subjects === part.subjects &&
    row.library === library &&
    row.counts === JSON.stringify(part.tallies)
  );
}
