import { Knex } from 'knex';
import { SubjectType } from 'security-posture-engine';
import { OwnerIndex, OwnerLink, ownersHash } from '../../resolve/OwnerIndex';
import { StoredSubject } from '../../resolve/SubjectIndex';
import { storedUses } from '../../sweep/subjectFacts';
import { SubjectLabels } from '../../sweep/subjectLabels';
import { chunksOf } from '../chunks';
import { OwnedSubject, SubjectOutcomes } from '../ResolveStore';
import { SubjectRow } from '../tables';
import { pagesBy } from './pagesBy';
import {
  publishedColumn,
  visibleWorkloads,
  whereSubjectVisible,
} from './visible';

/** What workloads use, and what is found on it belongs to their entities. */
const USED_TYPES: readonly SubjectType[] = ['image', 'serviceAccount'];

/** What a subject is called. */
const NAME_COLUMNS = [
  's.id',
  's.key',
  's.cluster',
  's.api_version',
  's.kind',
  's.namespace',
  's.name',
] as const;

/** Published workloads of a cluster, with their published labels. */
export async function listStoredSubjects(
  knex: Knex,
  cluster: string,
): Promise<readonly StoredSubject[]> {
  const subjects: StoredSubject[] = [];
  const query = () =>
    visibleWorkloads(knex)
      .where('s.cluster', cluster)
      .select(
        's.id',
        's.key',
        's.namespace',
        's.name',
        publishedColumn(knex, 'labels'),
        publishedColumn(knex, 'facts'),
      );
  for await (const rows of pagesBy<SubjectRow>(query, 's.id'))
    subjects.push(...rows.map(toStoredSubject));
  return subjects;
}

/** Ids of the published images and service accounts of a cluster, by key. */
export async function listUsedSubjects(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const query = () =>
    published(knex, USED_TYPES)
      .where('s.cluster', cluster)
      .select('s.id', 's.key');
  for await (const rows of pagesBy<SubjectRow>(query, 's.id'))
    for (const row of rows) ids.set(row.key, row.id);
  return ids;
}

/** Who owns the workloads of a cluster, by entity ref. */
export async function listOwners(
  knex: Knex,
  cluster: string,
): Promise<readonly OwnerLink[]> {
  const rows: { entity_ref: string; tags: string; key: string }[] = await knex({
    l: 'entity_subjects',
  })
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .where('s.cluster', cluster)
    .where('s.type', 'workload')
    .whereNull('l.valid_to')
    .whereNull('e.gone_at')
    .orderBy(['l.entity_ref', 's.key'])
    .select('l.entity_ref', 'e.tags', 's.key');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    tags: JSON.parse(row.tags) as string[],
    key: row.key,
  }));
}

/** Published workloads of a cluster that were judged for other owners than these. */
export async function listMisjudged(
  knex: Knex,
  cluster: string,
  owners: OwnerIndex,
): Promise<readonly OwnedSubject[]> {
  const ids: number[] = [];
  const query = () =>
    visibleWorkloads(knex)
      .where('s.cluster', cluster)
      .select('s.id', 's.key', 's.judged_for');
  for await (const rows of pagesBy<SubjectRow>(query, 's.id'))
    for (const row of rows)
      if (row.judged_for !== ownersHash(owners.entitiesOf(row.key)))
        ids.push(row.id);
  const subjects: OwnedSubject[] = [];
  for (const chunk of chunksOf(ids)) {
    const rows: SubjectRow[] = await visibleWorkloads(knex)
      .whereIn('s.id', chunk)
      .select(
        ...NAME_COLUMNS,
        publishedColumn(knex, 'facts'),
        publishedColumn(knex, 'outcomes'),
      );
    subjects.push(...rows.map(row => toOwnedSubject(row, owners)));
  }
  return subjects;
}

/** The outcomes of the published workloads, images and service accounts of a cluster, some at a time. */
export async function* listOutcomes(
  knex: Knex,
  cluster: string,
): AsyncGenerator<readonly SubjectOutcomes[]> {
  const query = () =>
    published(knex, ['workload', ...USED_TYPES])
      .where('s.cluster', cluster)
      .select('s.id', 's.key', publishedColumn(knex, 'outcomes'));
  yield* pagesBy<SubjectRow>(query, 's.id');
}

function published(
  knex: Knex,
  types: readonly SubjectType[],
): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .whereIn('s.type', [...types])
    .modify(whereSubjectVisible);
}

function toStoredSubject(row: SubjectRow): StoredSubject {
  return {
    id: row.id,
    key: row.key,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
    labels: JSON.parse(row.labels) as SubjectLabels,
    uses: storedUses(row.facts),
  };
}

function toOwnedSubject(row: SubjectRow, owners: OwnerIndex): OwnedSubject {
  return {
    id: row.id,
    key: row.key,
    apiVersion: row.api_version,
    kind: row.kind,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
    facts: row.facts,
    outcomes: row.outcomes,
    owners: owners.entitiesOf(row.key),
  };
}
