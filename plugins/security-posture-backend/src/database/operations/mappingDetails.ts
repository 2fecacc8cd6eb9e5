import { Knex } from 'knex';
import { Namesake } from '../EntityDetailsReader';
import { SubjectRow } from '../tables';
import { whereSubjectVisible } from './visible';

type NamesakeRow = Pick<
  SubjectRow,
  'cluster' | 'api_version' | 'kind' | 'namespace' | 'name'
>;

/** Published workloads of a name that belong to no entity, the oldest first. */
export async function listNamesakes(
  knex: Knex,
  name: string,
  limit: number,
): Promise<readonly Namesake[]> {
  const rows: NamesakeRow[] = await workloads(knex)
    .where('s.name', name)
    .whereNotExists(
      knex({ l: 'entity_subjects' })
        .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
        .whereRaw('l.subject_id = s.id')
        .whereNull('l.valid_to')
        .whereNull('e.gone_at')
        .select(knex.raw('1')),
    )
    .orderBy('s.id')
    .limit(limit)
    .select('s.cluster', 's.api_version', 's.kind', 's.namespace', 's.name');
  return rows.map(row => ({
    cluster: row.cluster,
    apiVersion: row.api_version,
    kind: row.kind,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
  }));
}

/** Number of the published workloads of a cluster by namespace. */
export async function countWorkloads(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<string, number>> {
  const rows: { namespace: string | null; total: number | string }[] =
    await workloads(knex)
      .where('s.cluster', cluster)
      .groupBy('s.namespace')
      .select('s.namespace')
      .count({ total: '*' });
  return new Map(rows.map(row => [row.namespace ?? '', Number(row.total)]));
}

function workloads(knex: Knex): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.type', 'workload')
    .modify(whereSubjectVisible);
}
