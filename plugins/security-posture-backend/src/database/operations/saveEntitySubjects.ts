import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/resolveEntities';
import { chunksOf } from '../chunks';
import { EntitySubjectRow } from '../tables';

/** Links that one statement reads. */
const PAGE_ROWS = 500;

type Link = Pick<EntitySubjectRow, 'entity_ref' | 'subject_id'>;

/** Opens and ends links. Those of entities that are `kept` although they are missing stay as they are. */
export async function saveEntitySubjects(
  knex: Knex,
  links: readonly EntityLinks[],
  kept: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const opened = new Map<string, Link>();
  for (const { entity, subjectIds } of links) {
    for (const subjectId of subjectIds) {
      const link = { entity_ref: entity.entityRef, subject_id: subjectId };
      opened.set(nameOf(link), link);
    }
  }
  const ended: Link[] = [];
  for await (const page of openLinks(knex)) {
    for (const link of page) {
      const wanted = opened.delete(nameOf(link));
      if (!wanted && !kept.has(link.entity_ref)) ended.push(link);
    }
  }
  await endLinks(knex, ended, now);
  await openMissing(knex, [...opened.values()], now);
}

async function endLinks(
  knex: Knex,
  links: readonly Link[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(links)) {
    await knex.transaction(async transaction => {
      for (const link of chunk)
        await transaction<EntitySubjectRow>('entity_subjects')
          .where(link)
          .whereNull('valid_to')
          .update({ valid_to: now });
    });
  }
}

/** Another replica may resolve at the same time, so that some are there by now. */
async function openMissing(
  knex: Knex,
  links: readonly Link[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(links)) {
    await knex('entity_subjects')
      .insert(chunk.map(link => ({ ...link, valid_from: now, valid_to: null })))
      .onConflict()
      .ignore();
  }
}

async function* openLinks(knex: Knex): AsyncGenerator<readonly Link[]> {
  let last: Link = { entity_ref: '', subject_id: 0 };
  for (;;) {
    const page: Link[] = await knex<EntitySubjectRow>('entity_subjects')
      .whereNull('valid_to')
      .andWhereRaw('(entity_ref, subject_id) > (?, ?)', [
        last.entity_ref,
        last.subject_id,
      ])
      .orderBy(['entity_ref', 'subject_id'])
      .limit(PAGE_ROWS)
      .select('entity_ref', 'subject_id');
    if (page.length) yield page;
    if (page.length < PAGE_ROWS) return;
    last = page[page.length - 1];
  }
}

function nameOf(link: Link): string {
  return `${link.entity_ref} ${link.subject_id}`;
}
