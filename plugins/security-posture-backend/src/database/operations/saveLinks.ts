import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/resolveEntities';
import { chunksOf } from '../chunks';
import { SavedListing } from '../ResolveStore';
import { EntityTableRow } from '../tables';
import { lockEntities } from './lockEntities';
import { lostTooMuch } from './lostTooMuch';
import { rollupMark } from './markRollupDue';
import { saveEntities } from './saveEntities';
import { saveEntitySubjects } from './saveEntitySubjects';

/** Writes entities and links that differ. */
export async function saveLinks(
  knex: Knex,
  links: readonly EntityLinks[],
  now: number,
): Promise<SavedListing> {
  const present = await saveEntities(knex, links);
  const listed = new Set(links.map(({ entity }) => entity.entityRef));
  const missing = present.filter(ref => !listed.has(ref));
  const kept = lostTooMuch(missing, present);
  if (!kept) await markGone(knex, missing, now);
  await saveEntitySubjects(knex, links, new Set(kept ? missing : []), now);
  return { keptMissing: kept ? missing.length : 0 };
}

async function markGone(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(entityRefs)) {
    await knex<EntityTableRow>('entities')
      .whereIn('entity_ref', lockEntities(knex, chunk))
      .update({ gone_at: now, rollup_due: rollupMark() });
  }
}
