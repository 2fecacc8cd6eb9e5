import { Knex } from 'knex';
import { Namesake } from '../EntityDetailsReader';
import { SubjectRow } from '../tables';
import { toWorkload } from './history/workloadChanges';
import { visibleWorkloads } from './visible';

/** Published workloads of a name that belong to no entity, the oldest first. */
export async function listNamesakes(
  knex: Knex,
  name: string,
  limit: number,
): Promise<readonly Namesake[]> {
  const rows: SubjectRow[] = await visibleWorkloads(knex)
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
  return rows.map(row => {
    const { cluster, subject } = toWorkload(row);
    return { cluster, ...subject };
  });
}

/** Number of the published workloads of a cluster by namespace. */
export async function countWorkloads(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<string, number>> {
  const rows: { namespace: string | null; total: number | string }[] =
    await visibleWorkloads(knex)
      .where('s.cluster', cluster)
      .groupBy('s.namespace')
      .select('s.namespace')
      .count({ total: '*' });
  return new Map(rows.map(row => [row.namespace ?? '', Number(row.total)]));
}
