import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/resolveEntities';
import { chunksOf } from '../chunks';
import { SavedLinks } from '../ResolveStore';
import { EntityTableRow } from '../tables';
import { saveEntities } from './saveEntities';
import { saveEntitySubjects } from './saveEntitySubjects';

/** A listing that lost more than this share at once is not believed: nothing is deleted for it. */
const MOST_LOST = 0.2;

/** Writes entities and links that differ. */
export async function saveLinks(
  knex: Knex,
  links: readonly EntityLinks[],
  now: number,
): Promise<SavedLinks> {
  const present = await saveEntities(knex, links);
  const listed = new Set(links.map(({ entity }) => entity.entityRef));
  const missing = present.filter(ref => !listed.has(ref));
  const kept = missing.length > present.length * MOST_LOST;
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
      .whereIn('entity_ref', chunk)
      .update({ gone_at: now, rollup_due: true });
  }
}
