import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { PartChange, SweepTicket } from '../SweepStore';
import { PosturePartRow } from '../tables';
import { whileClaimed } from './claim';

/** Scope type of an entity's parts. */
export const ENTITY_SCOPE = 'entity';

/** Scope type of what a cluster adds to its own posture. */
export const CLUSTER_SCOPE = 'cluster';

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

/** What a cluster adds to its own posture and to that of entities as it stands, that of a running sweep too. */
async function readParts(
  knex: Knex,
  cluster: string,
): Promise<readonly PosturePartRow[]> {
  return knex<PosturePartRow>('posture_parts').where({ cluster });
}

/** What a cluster adds to the postures of entities as it stands; only of these if given. */
export async function readEntityParts(
  knex: Knex,
  cluster: string,
  entityRefs?: readonly string[],
): Promise<readonly PosturePartRow[]> {
  const rows = knex<PosturePartRow>('posture_parts').where({
    cluster,
    scope_type: ENTITY_SCOPE,
  });
  return entityRefs ? rows.whereIn('scope_ref', [...entityRefs]) : rows;
}

/** Which parts differ from the rows; rows that no part replaces become parts of nothing. */
export function changedParts(
  rows: readonly PosturePartRow[],
  parts: readonly PartChange[],
  library: string,
): readonly ChangedPart[] {
  const wanted = new Set(parts.map(keyOf));
  const emptied = rows
    .filter(row => row.subjects > 0)
    .map(row => ({ ...scopeOf(row), subjects: 0, tallies: {} }))
    .filter(part => !wanted.has(keyOf(part)));
  return differingParts(rows, [...parts, ...emptied], library);
}

/** These parts, as far as they differ from their rows. */
export function differingParts(
  rows: readonly PosturePartRow[],
  parts: readonly PartChange[],
  library: string,
): readonly ChangedPart[] {
  const byKey = new Map(rows.map(row => [keyOf(scopeOf(row)), row]));
  return parts
    .map(part => ({ part, row: byKey.get(keyOf(part)) }))
    .filter(({ part, row }) => !row || !sameAs(row, part, library));
}

type PartScope = Pick<PartChange, 'scopeType' | 'scopeRef' | 'profile'>;

function scopeOf(row: PosturePartRow): PartScope {
  return {
    scopeType: row.scope_type as PartScope['scopeType'],
    scopeRef: row.scope_ref,
    profile: row.profile,
  };
}

function keyOf({ scopeType, scopeRef, profile }: PartScope): string {
  return `${scopeType} ${profile} ${scopeRef}`;
}

/** Writes one part. What readers saw until now stays in `prior_counts` until the number is published. */
export async function writePart(
  transaction: Knex.Transaction,
  { cluster, number, library, now }: PartsWriter,
  { part, row }: ChangedPart,
): Promise<void> {
  const key = {
    scope_type: part.scopeType,
    scope_ref: part.scopeRef,
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
      prior_library: null,
    });
    return;
  }
  await transaction<PosturePartRow>('posture_parts')
    .where(key)
    .update({
      ...counts,
      ...(row.counts_no < number
        ? {
            prior_counts: row.counts,
            prior_subjects: row.subjects,
            prior_library: row.library,
          }
        : {}),
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
