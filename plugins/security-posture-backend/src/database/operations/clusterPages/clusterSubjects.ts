import { Knex } from 'knex';
import {
  clusterRef,
  DescribedBinding,
  DescribedCluster,
  DescribedNamespace,
  DescribedNode,
  subjectKey,
  SubjectType,
} from 'security-posture-engine';
import { ClusterSubjectRecord, NamedSubject } from '../../ClusterDetailsReader';
import { decodeOutcomes } from '../../outcomes';
import { publishedColumn, whereSubjectVisible } from '../visible';

/** What is kept of a subject of each type that pages on clusters show. */
interface FactsOf {
  readonly cluster: DescribedCluster;
  readonly namespace: DescribedNamespace;
  readonly node: DescribedNode;
}

interface PublishedRow {
  readonly cluster: string;
  readonly name: string;
  readonly key: string;
  readonly facts: string | null;
  readonly outcomes: string | null;
}

/** What each of these clusters shows of itself, with the outcomes on it; those of which nothing was judged are left out. */
export async function listClusterSubjects(
  knex: Knex,
  clusters: readonly string[],
): Promise<ReadonlyMap<string, ClusterSubjectRecord<DescribedCluster>>> {
  const keys = clusters.map(name => subjectKey(name, clusterRef(name)));
  const rows: PublishedRow[] = await published(knex).whereIn('s.key', keys);
  return new Map(
    rows.map(row => [row.cluster, toRecord<DescribedCluster>(row)]),
  );
}

/** The namespaces or nodes of a cluster, by name. */
export async function listSubjectsOf<Type extends 'namespace' | 'node'>(
  knex: Knex,
  cluster: string,
  type: Type,
): Promise<readonly ClusterSubjectRecord<FactsOf[Type]>[]> {
  const rows: PublishedRow[] = await published(knex)
    .where({ 's.cluster': cluster, 's.type': type })
    .whereNull('s.gone_at')
    .orderBy('s.name');
  return rows.map(row => toRecord<FactsOf[Type]>(row));
}

/** What these bindings of a cluster give, by the keys of the bindings. */
export async function listBindings(
  knex: Knex,
  cluster: string,
  bindings: readonly NamedSubject[],
): Promise<ReadonlyMap<string, DescribedBinding>> {
  const keys = bindings.map(binding => bindingKey(cluster, binding));
  const rows: PublishedRow[] = await published(knex).whereIn('s.key', keys);
  return new Map(
    rows.map(({ key, facts }) => [key, JSON.parse(facts ?? '{}')]),
  );
}

/** The key under which a binding is stored. */
export function bindingKey(cluster: string, binding: NamedSubject): string {
  return subjectKey(cluster, { type: 'roleBinding', ...binding });
}

/** How many subjects of each type are there in a cluster. */
export async function countByType(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<SubjectType, number>> {
  const rows: { type: SubjectType; count: number | string }[] = await knex({
    s: 'subjects',
  })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.cluster', cluster)
    .modify(whereSubjectVisible)
    .groupBy('s.type')
    .select('s.type')
    .count({ count: '*' });
  return new Map(rows.map(({ type, count }) => [type, Number(count)]));
}

function published(knex: Knex): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .modify(whereSubjectVisible)
    .select('s.cluster', 's.name', 's.key')
    .select(publishedColumn(knex, 'facts'))
    .select(publishedColumn(knex, 'outcomes'));
}

function toRecord<Facts>({
  name,
  facts,
  outcomes,
}: PublishedRow): ClusterSubjectRecord<Facts> {
  return {
    name,
    facts: JSON.parse(facts ?? '{}') as Facts,
    outcomes: outcomes === null ? [] : decodeOutcomes(outcomes),
  };
}
