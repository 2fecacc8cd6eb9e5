import { Knex } from 'knex';
import { SubjectLabels } from '../../../sweep/subjectLabels';
import { UnownedQuery, UnownedRecord } from '../../CoverageReader';
import { SubjectRow } from '../../tables';
import { publishedColumn, visibleWorkloads } from '../visible';
import { Visibility } from '../visibleRefs';
import { suggestOwners } from './suggestOwners';

/** A page of the published workloads that belong to no entity, each with the owner that it probably has. */
export async function listUnowned(
  knex: Knex,
  query: UnownedQuery,
  visibility: Visibility,
): Promise<{
  readonly items: readonly UnownedRecord[];
  readonly total: number;
}> {
  const unowned = () => unownedWorkloads(knex).modify(whereMatches, query);
  const [{ total }] = await unowned().count({ total: '*' });
  const rows: SubjectRow[] = await unowned()
    .orderBy(['s.cluster', 's.namespace', 's.kind', 's.name', 's.id'])
    .offset(query.offset)
    .limit(query.limit)
    .select('s.id', 's.cluster', 's.api_version', 's.kind')
    .select('s.namespace', 's.name', publishedColumn(knex, 'labels'));
  const suggested = await suggestOwners(
    knex,
    rows.map(row => ({
      id: row.id,
      cluster: row.cluster,
      namespace: row.namespace,
      labels: JSON.parse(row.labels) as SubjectLabels,
    })),
    visibility,
  );
  return {
    items: rows.map(row => {
      const suggestedOwner = suggested.get(row.id);
      return {
        cluster: row.cluster,
        apiVersion: row.api_version,
        kind: row.kind,
        ...(row.namespace === null ? {} : { namespace: row.namespace }),
        name: row.name,
        ...(suggestedOwner ? { suggestedOwner } : {}),
      };
    }),
    total: Number(total),
  };
}

function unownedWorkloads(knex: Knex): Knex.QueryBuilder {
  const owners = knex({ l: 'entity_subjects' })
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereRaw('l.subject_id = s.id')
    .whereNull('l.valid_to')
    .whereNull('e.gone_at');
  return visibleWorkloads(knex).whereNotExists(owners);
}

function whereMatches(
  query: Knex.QueryBuilder,
  { cluster, namespace }: UnownedQuery,
): void {
  if (cluster) query.where('s.cluster', cluster);
  if (namespace) query.where('s.namespace', namespace);
}
