import { Knex } from 'knex';
import { NamespaceService } from '../../ClusterDetailsReader';
import { visibleWorkloads } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';

/** How many entities with workloads in a cluster a caller may see. */
export async function countServices(
  knex: Knex,
  cluster: string,
  visibility: Visibility,
): Promise<number> {
  const [{ total }] = await services(knex, cluster, visibility).countDistinct({
    total: 'l.entity_ref',
  });
  return Number(total);
}

/** The entities with workloads in each namespace of a cluster, as far as a caller may see them, by ref. */
export async function listNamespaceServices(
  knex: Knex,
  cluster: string,
  visibility: Visibility,
): Promise<ReadonlyMap<string, readonly NamespaceService[]>> {
  const rows: {
    namespace: string | null;
    entity_ref: string;
    title: string | null;
  }[] = await services(knex, cluster, visibility)
    .distinct('s.namespace', 'l.entity_ref', 'e.title')
    .orderBy('l.entity_ref');
  const byNamespace = new Map<string, NamespaceService[]>();
  for (const { namespace, entity_ref: entityRef, title } of rows) {
    if (namespace === null) continue;
    const service = { entityRef, ...(title === null ? {} : { title }) };
    const known = byNamespace.get(namespace);
    if (known) known.push(service);
    else byNamespace.set(namespace, [service]);
  }
  return byNamespace;
}

function services(
  knex: Knex,
  cluster: string,
  visibility: Visibility,
): Knex.QueryBuilder {
  return visibleWorkloads(knex)
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .where('s.cluster', cluster)
    .whereNull('l.valid_to')
    .whereNull('e.gone_at')
    .modify(whereVisible, 'l.entity_ref', visibility);
}
