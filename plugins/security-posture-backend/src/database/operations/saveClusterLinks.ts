import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/joinCluster';
import { chunksOf } from '../chunks';
import { ClusterRow, EntitySubjectRow } from '../tables';

type Link = Pick<EntitySubjectRow, 'entity_ref' | 'subject_id'>;

/** An open link. `is_kept`: its entity is not gone. */
interface OpenLink extends Link {
  readonly is_kept: boolean | number;
}

/** Opens and ends links to the subjects of a cluster. Those of entities that are not listed, and not gone either, stay. */
export async function saveClusterLinks(
  knex: Knex,
  cluster: string,
  links: readonly EntityLinks[],
  now: number,
): Promise<void> {
  const listed = new Set(links.map(({ entityRef }) => entityRef));
  const missing = new Map<string, Link>();
  for (const { entityRef, subjectIds } of links) {
    for (const subjectId of subjectIds) {
      const link = { entity_ref: entityRef, subject_id: subjectId };
      missing.set(nameOf(link), link);
    }
  }
  const open = await openLinks(knex).where('s.cluster', cluster);
  const ended = open.filter(link => {
    const isWanted = missing.delete(nameOf(link));
    return !isWanted && (listed.has(link.entity_ref) || !link.is_kept);
  });
  await endLinks(knex, ended, now);
  await openMissing(knex, [...missing.values()], now);
}

/** Ends the links to what is in clusters that the kubernetes plugin no longer lists; one that is listed again is resolved anew. */
export async function endLinksOfGoneClusters(
  knex: Knex,
  now: number,
): Promise<void> {
  const gone = knex<ClusterRow>('clusters')
    .whereNotNull('gone_at')
    .select('name');
  await knex('cluster_resolves').whereIn('cluster', gone).delete();
  await endLinks(knex, await openLinks(knex).whereIn('s.cluster', gone), now);
}

function openLinks(knex: Knex): Knex.QueryBuilder<object, OpenLink[]> {
  return knex({ l: 'entity_subjects' })
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .leftJoin({ e: 'entities' }, join =>
      join.on('e.entity_ref', 'l.entity_ref').andOnNull('e.gone_at'),
    )
    .whereNull('l.valid_to')
    .select('l.entity_ref', 'l.subject_id')
    .select(knex.raw('e.entity_ref is not null as is_kept'));
}

async function endLinks(
  knex: Knex,
  links: readonly Link[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(links)) {
    await knex.transaction(async transaction => {
      for (const { entity_ref, subject_id } of chunk)
        await transaction<EntitySubjectRow>('entity_subjects')
          .where({ entity_ref, subject_id })
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

function nameOf(link: Link): string {
  return `${link.entity_ref} ${link.subject_id}`;
}
