import { Knex } from 'knex';
import { OwnerLink } from '../../resolve/OwnerIndex';
import { StoredSubject } from '../../resolve/SubjectIndex';
import { SubjectLabels } from '../../sweep/subjectLabels';
import { chunksOf } from '../chunks';
import { encodeOutcomes } from '../outcomes';
import { OwnedSubject } from '../ResolveStore';
import { ClusterRow, SubjectRow } from '../tables';
import { PUBLISHED_OUTCOMES, whereSubjectVisible } from './visible';

const NOTHING_YET = encodeOutcomes([]);

/** Ids that one statement names: both databases bound the number of their variables. */
const IDS_A_STATEMENT = 500;

/** Names of the clusters that the kubernetes plugin lists. */
export async function listClusterNames(knex: Knex): Promise<readonly string[]> {
  const rows = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .orderBy('name')
    .select('name');
  return rows.map(row => row.name);
}

/** Published workloads. */
export async function listStoredSubjects(
  knex: Knex,
): Promise<readonly StoredSubject[]> {
  const rows: SubjectRow[] = await knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.type', 'workload')
    .modify(whereSubjectVisible)
    .select(
      's.id',
      's.key',
      's.cluster',
      's.api_version',
      's.kind',
      's.namespace',
      's.name',
      's.labels',
    );
  return rows.map(row => ({
    id: row.id,
    key: row.key,
    cluster: row.cluster,
    apiVersion: row.api_version,
    kind: row.kind,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
    labels: JSON.parse(row.labels) as SubjectLabels,
  }));
}

/** Who owns the subjects of a cluster. */
export async function listOwners(
  knex: Knex,
  cluster: string,
): Promise<readonly OwnerLink[]> {
  const rows = await ownerRows(knex).where('s.cluster', cluster);
  return rows.map(linkOf);
}

/** Published workloads that belong to an entity, with their owners; of these ids, those without an owner too. */
export async function listOwnedSubjects(
  knex: Knex,
  ids?: readonly number[],
): Promise<readonly OwnedSubject[]> {
  const owners = new Map<string, OwnerLink[]>();
  for (const row of await ownerRows(knex)) {
    owners.set(row.key, [...(owners.get(row.key) ?? []), linkOf(row)]);
  }
  const rows = ids ? await subjectRowsOf(knex, ids) : await subjectRows(knex);
  return rows
    .filter(row => ids !== undefined || owners.has(row.key))
    .map(row => ({
      id: row.id,
      key: row.key,
      cluster: row.cluster,
      apiVersion: row.api_version,
      kind: row.kind,
      ...(row.namespace === null ? {} : { namespace: row.namespace }),
      name: row.name,
      facts: row.facts,
      outcomes: row.outcomes ?? NOTHING_YET,
      owners: owners.get(row.key) ?? [],
    }));
}

interface OwnerRow {
  readonly entity_ref: string;
  readonly tags: string;
  readonly key: string;
}

function ownerRows(knex: Knex): Knex.QueryBuilder<OwnerRow, OwnerRow[]> {
  return knex({ l: 'entity_subjects' })
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereNull('l.valid_to')
    .orderBy(['l.entity_ref', 's.key'])
    .select('l.entity_ref', 'e.tags', 's.key');
}

function linkOf(row: OwnerRow): OwnerLink {
  return {
    entityRef: row.entity_ref,
    tags: JSON.parse(row.tags) as string[],
    key: row.key,
  };
}

function subjectRows(knex: Knex): Knex.QueryBuilder<SubjectRow, SubjectRow[]> {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .modify(whereSubjectVisible)
    .select(
      's.id',
      's.key',
      's.cluster',
      's.api_version',
      's.kind',
      's.namespace',
      's.name',
      's.facts',
    )
    .select(knex.raw(PUBLISHED_OUTCOMES));
}

async function subjectRowsOf(
  knex: Knex,
  ids: readonly number[],
): Promise<SubjectRow[]> {
  const rows: SubjectRow[] = [];
  for (const chunk of chunksOf(ids, IDS_A_STATEMENT)) {
    rows.push(...(await subjectRows(knex).whereIn('s.id', chunk)));
  }
  return rows;
}
