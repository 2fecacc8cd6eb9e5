import { Knex } from 'knex';
import { ControlTallies } from 'security-posture-engine';
import { EntityMapping, EntityPostureRecord, PosturePart } from '../records';
import { ClusterRow, EntityTableRow, PosturePartRow } from '../tables';
import { chunksOf } from '../chunks';
import { ENTITY_SCOPE } from './saveParts';
import { whereSubjectVisible } from './visible';

type PublishedPart = PosturePartRow & Pick<ClusterRow, 'sweep_no'>;

/** Entities that one statement names. */
const REFS_A_STATEMENT = 500;

/** An entity with the published parts of its posture. */
export async function getEntity(
  knex: Knex,
  entityRef: string,
): Promise<EntityPostureRecord | undefined> {
  const row = await knex<EntityTableRow>('entities')
    .where({ entity_ref: entityRef })
    .whereNull('gone_at')
    .first();
  if (!row) return undefined;
  const parts: PublishedPart[] = await publishedParts(knex).where(
    'p.scope_ref',
    entityRef,
  );
  return toRecord(row, parts);
}

/** Refs and kinds of all entities. */
export async function listStoredEntities(
  knex: Knex,
): Promise<readonly { readonly entityRef: string; readonly kind: string }[]> {
  const rows = await knex<EntityTableRow>('entities')
    .whereNull('gone_at')
    .select('entity_ref', 'kind');
  return rows.map(({ entity_ref, kind }) => ({ entityRef: entity_ref, kind }));
}

/** All entities with the published parts of their postures, by ref. */
export async function listEntities(
  knex: Knex,
): Promise<readonly EntityPostureRecord[]> {
  const rows = await knex<EntityTableRow>('entities')
    .whereNull('gone_at')
    .orderBy('entity_ref');
  const parts: PublishedPart[] = await publishedParts(knex);
  const byEntity = new Map<string, PublishedPart[]>();
  for (const part of parts) {
    const others = byEntity.get(part.scope_ref);
    if (others) others.push(part);
    else byEntity.set(part.scope_ref, [part]);
  }
  return rows.map(row => toRecord(row, byEntity.get(row.entity_ref) ?? []));
}

/** Number of live workloads by cluster. */
export async function countSubjects(
  knex: Knex,
): Promise<ReadonlyMap<string, number>> {
  const rows = await visibleWorkloads(knex)
    .groupBy('s.cluster')
    .select('s.cluster')
    .count({ count: '*' });
  return new Map(
    rows.map((row: { cluster: string; count: number | string }) => [
      row.cluster,
      Number(row.count),
    ]),
  );
}

/** Live workloads that belong to at least one of these entities; undefined: to any. */
export async function countOwnedSubjects(
  knex: Knex,
  entityRefs?: ReadonlySet<string>,
): Promise<number> {
  const owned = () =>
    visibleWorkloads(knex)
      .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
      .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
      .whereNull('e.gone_at')
      .whereNull('l.valid_to');
  if (!entityRefs) {
    const [{ total }] = await owned().countDistinct({ total: 's.id' });
    return Number(total);
  }
  const ids = new Set<number>();
  for (const chunk of chunksOf([...entityRefs], REFS_A_STATEMENT)) {
    const rows = await owned().whereIn('l.entity_ref', chunk).distinct('s.id');
    for (const row of rows) ids.add(row.id);
  }
  return ids.size;
}

function visibleWorkloads(knex: Knex): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.type', 'workload')
    .modify(whereSubjectVisible);
}

function publishedParts(knex: Knex): Knex.QueryBuilder {
  return knex({ p: 'posture_parts' })
    .join({ c: 'clusters' }, 'c.name', 'p.cluster')
    .where('p.scope_type', ENTITY_SCOPE)
    .whereNull('c.gone_at')
    .orderBy('p.cluster')
    .select('p.*', 'c.sweep_no');
}

function toRecord(
  row: EntityTableRow,
  parts: readonly PublishedPart[],
): EntityPostureRecord {
  const optional = (
    ['uid', 'title', 'owner', 'system', 'lifecycle', 'type'] as const
  ).filter(column => row[column] !== null);
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    ...Object.fromEntries(optional.map(column => [column, row[column]])),
    tags: JSON.parse(row.tags) as string[],
    mapping: JSON.parse(row.mapping) as EntityMapping,
    parts: parts.flatMap(part => toPart(part) ?? []),
  };
}

/** What readers may see of a part: until its number is published, what was there before. */
function toPart(row: PublishedPart): PosturePart | undefined {
  const published = row.counts_no <= row.sweep_no;
  const counts = published ? row.counts : row.prior_counts;
  const subjects = published ? row.subjects : row.prior_subjects ?? 0;
  if (counts === null || subjects === 0) return undefined;
  return {
    cluster: row.cluster,
    profile: row.profile,
    subjects,
    tallies: JSON.parse(counts) as ControlTallies,
    library: published ? row.library : row.prior_library ?? row.library,
  };
}
