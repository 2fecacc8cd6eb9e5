import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/resolveEntities';
import { chunksOf, MAX_ROWS } from '../chunks';
import { EntitySubjectRow, EntityTableRow } from '../tables';

/** A listing that lost more than this share at once is not believed: nothing is deleted for it. */
const MOST_LOST = 0.2;

/** Entities whose rows one transaction writes; ids that one statement names. */
const A_TRANSACTION = MAX_ROWS;

/** Writes entities and links that differ. Answers with the subjects whose owners or owners' tags changed. */
export async function saveLinks(
  knex: Knex,
  links: readonly EntityLinks[],
  now: number,
): Promise<readonly number[]> {
  const stored = new Map(
    (await knex<EntityTableRow>('entities')).map(row => [row.entity_ref, row]),
  );
  const retagged = await saveEntities(knex, links, stored);
  await markGone(knex, links, stored, now);
  const moved = await saveEntitySubjects(knex, links, now);
  const ofRetagged = links
    .filter(({ entity }) => retagged.has(entity.entityRef))
    .flatMap(({ subjectIds }) => subjectIds);
  return [...new Set([...moved, ...ofRetagged])];
}

/** Writes the rows that differ; answers with the entities whose tags did. */
async function saveEntities(
  knex: Knex,
  links: readonly EntityLinks[],
  stored: ReadonlyMap<string, EntityTableRow>,
): Promise<ReadonlySet<string>> {
  const retagged = new Set<string>();
  const changed = links.map(rowOf).filter(row => {
    const before = stored.get(row.entity_ref);
    if (before && before.tags !== row.tags) retagged.add(row.entity_ref);
    return !before || !sameRow(before, row);
  });
  for (const chunk of chunksOf(changed, A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      for (const row of chunk) {
        await transaction('entities')
          .insert(row)
          .onConflict('entity_ref')
          .merge();
      }
    });
  }
  return retagged;
}

function rowOf({ entity, mapping }: EntityLinks): EntityTableRow {
  return {
    entity_ref: entity.entityRef,
    uid: entity.uid ?? null,
    kind: entity.kind,
    title: entity.title ?? null,
    owner: entity.owner ?? null,
    system: entity.system ?? null,
    lifecycle: entity.lifecycle ?? null,
    type: entity.type ?? null,
    tags: JSON.stringify(entity.tags),
    annotated: mapping.annotated,
    mapping: JSON.stringify(mapping),
    gone_at: null,
  };
}

function sameRow(left: EntityTableRow, right: EntityTableRow): boolean {
  return (Object.keys(right) as (keyof EntityTableRow)[]).every(
    column =>
      (column === 'annotated' ? Boolean(left[column]) : left[column]) ===
      right[column],
  );
}

async function markGone(
  knex: Knex,
  links: readonly EntityLinks[],
  stored: ReadonlyMap<string, EntityTableRow>,
  now: number,
): Promise<void> {
  const listed = new Set(links.map(({ entity }) => entity.entityRef));
  const present = [...stored.values()].filter(row => row.gone_at === null);
  const missing = present
    .filter(row => !listed.has(row.entity_ref))
    .map(row => row.entity_ref);
  if (missing.length > present.length * MOST_LOST) return;
  for (const chunk of chunksOf(missing)) {
    await knex<EntityTableRow>('entities')
      .whereIn('entity_ref', chunk)
      .update({ gone_at: now });
  }
}

/** Opens and ends links; answers with the subjects that got or lost an owner. */
async function saveEntitySubjects(
  knex: Knex,
  links: readonly EntityLinks[],
  now: number,
): Promise<readonly number[]> {
  const open = await knex<EntitySubjectRow>('entity_subjects').whereNull(
    'valid_to',
  );
  const listed = new Set(links.map(({ entity }) => entity.entityRef));
  const wanted = new Set(
    links.flatMap(({ entity, subjectIds }) =>
      subjectIds.map(id => `${entity.entityRef} ${id}`),
    ),
  );
  const known = new Set(open.map(row => `${row.entity_ref} ${row.subject_id}`));
  const ended = open.filter(
    row =>
      listed.has(row.entity_ref) &&
      !wanted.has(`${row.entity_ref} ${row.subject_id}`),
  );
  const opened = links.flatMap(({ entity, subjectIds }) =>
    subjectIds
      .filter(id => !known.has(`${entity.entityRef} ${id}`))
      .map(id => ({
        entity_ref: entity.entityRef,
        subject_id: id,
        valid_from: now,
        valid_to: null,
      })),
  );
  for (const chunk of chunksOf(ended, A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      for (const row of chunk) {
        await transaction<EntitySubjectRow>('entity_subjects')
          .where({ entity_ref: row.entity_ref, subject_id: row.subject_id })
          .whereNull('valid_to')
          .update({ valid_to: now });
      }
    });
  }
  for (const chunk of chunksOf(opened))
    await knex('entity_subjects').insert(chunk).onConflict().ignore();
  return [...ended, ...opened].map(row => row.subject_id);
}
