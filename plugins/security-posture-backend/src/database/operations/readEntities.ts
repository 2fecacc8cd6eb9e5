import { Knex } from 'knex';
import { ControlTallies } from 'security-posture-engine';
import {
  EntityMapping,
  EntityPostureRecord,
  EntityRecord,
  PosturePart,
} from '../records';
import { ClusterRow, EntityTableRow, PosturePartRow } from '../tables';
import { concerningExemption } from './exemptions/concerningExemption';
import { ENTITY_SCOPE } from './saveParts';
import { openScanOf } from './scans';
import { visibleWorkloads } from './visible';
import { Visibility, whereVisible } from './visibleRefs';

/** A part with the number of the published sweep of its cluster. */
export type PublishedPart = PosturePartRow & Pick<ClusterRow, 'sweep_no'>;

/** An entity with the published parts of its posture, by one statement: no column of a part is called like one of the entity. */
export async function getEntity(
  knex: Knex,
  entityRef: string,
): Promise<EntityPostureRecord | undefined> {
  const parts = publishedParts(knex, ENTITY_SCOPE).where(
    'p.scope_ref',
    entityRef,
  );
  const rows: JoinedEntityRow[] = await knex({ e: 'entities' })
    .leftJoin(parts.as('p'), 'p.scope_ref', 'e.entity_ref')
    .where('e.entity_ref', entityRef)
    .whereNull('e.gone_at')
    .orderBy('p.cluster')
    .select('e.*', 'p.*')
    .select({
      exempting: concerningExemption(knex, entityRef),
      open_scan: openScanOf(knex, entityRef),
    });
  const [row] = rows;
  return (
    row && {
      ...toRecord(row, rows.filter(hasPart)),
      mayBeExempted: row.exempting !== null,
      ...(row.open_scan === null ? {} : { openScan: row.open_scan }),
    }
  );
}

/** An entity with one of its parts, or where it has none with nulls. */
type JoinedEntityRow = EntityTableRow &
  AskedFor &
  (PublishedPart | Record<keyof PublishedPart, null>);

function hasPart(row: JoinedEntityRow): row is JoinedEntityRow & PublishedPart {
  return row.cluster !== null;
}

/** Ids of what was asked for on behalf of an entity: of one exemption that may concern it, and of its open scan. Null where nothing was. */
interface AskedFor {
  readonly exempting: string | null;
  readonly open_scan: string | null;
}

/** These entities with the published parts of their postures; those that are gone or unknown are left out. */
export async function getEntities(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<readonly EntityPostureRecord[]> {
  const rows = await knex<EntityTableRow>('entities')
    .whereNull('gone_at')
    .whereIn('entity_ref', [...entityRefs]);
  const parts: PublishedPart[] = await publishedParts(
    knex,
    ENTITY_SCOPE,
  ).whereIn('p.scope_ref', [...entityRefs]);
  return withParts(rows, parts);
}

/** How all entities are called. */
export async function listStoredEntities(
  knex: Knex,
): Promise<readonly Pick<EntityRecord, 'entityRef' | 'kind' | 'uid'>[]> {
  const rows = await knex<EntityTableRow>('entities')
    .whereNull('gone_at')
    .select('entity_ref', 'kind', 'uid');
  return rows.map(({ entity_ref, kind, uid }) => ({
    entityRef: entity_ref,
    kind,
    ...(uid === null ? {} : { uid }),
  }));
}

/** All entities with the published parts of their postures, by ref. */
export async function listEntities(
  knex: Knex,
): Promise<readonly EntityPostureRecord[]> {
  const rows = await knex<EntityTableRow>('entities')
    .whereNull('gone_at')
    .orderBy('entity_ref');
  const parts: PublishedPart[] = await publishedParts(knex, ENTITY_SCOPE);
  return withParts(rows, parts);
}

function withParts(
  rows: readonly EntityTableRow[],
  parts: readonly PublishedPart[],
): readonly EntityPostureRecord[] {
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

/** Number of live workloads that belong to an entity, by cluster. */
export async function countOwnedByCluster(
  knex: Knex,
): Promise<ReadonlyMap<string, number>> {
  const rows: { cluster: string; count: number | string }[] =
    await ownedWorkloads(knex)
      .groupBy('s.cluster')
      .select('s.cluster')
      .countDistinct({ count: 's.id' });
  return new Map(rows.map(({ cluster, count }) => [cluster, Number(count)]));
}

/** Live workloads that belong to at least one of the entities that a caller may see. */
export async function countOwnedSubjects(
  knex: Knex,
  visibility: Visibility,
): Promise<number> {
  const [{ total }] = await ownedWorkloads(knex)
    .modify(whereVisible, 'l.entity_ref', visibility)
    .countDistinct({ total: 's.id' });
  return Number(total);
}

function ownedWorkloads(knex: Knex): Knex.QueryBuilder {
  return visibleWorkloads(knex)
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereNull('e.gone_at')
    .whereNull('l.valid_to');
}

/** The parts `p` of the postures of entities or clusters, of clusters that are still configured. */
export function publishedParts(
  knex: Knex,
  scopeType: string,
): Knex.QueryBuilder {
  return knex({ p: 'posture_parts' })
    .join({ c: 'clusters' }, 'c.name', 'p.cluster')
    .where('p.scope_type', scopeType)
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
export function toPart(row: PublishedPart): PosturePart | undefined {
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
