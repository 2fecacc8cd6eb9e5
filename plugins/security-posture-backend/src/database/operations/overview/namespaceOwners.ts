import { Knex } from 'knex';
import { visibleWorkloads } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';

/** Who owns most of a namespace. */
export interface NamespaceOwner {
  /** Ref of the group or user that owns the entities. */
  readonly owner: string;
  /** Workloads of these entities. */
  readonly workloads: number;
  /** Workloads of the namespace that belong to any entity. */
  readonly of: number;
}

/** A namespace of a cluster; null is that of things without one. */
interface Namespace {
  readonly cluster: string;
  readonly namespace: string | null;
}

type Counted = Namespace & {
  readonly owner: string;
  readonly workloads: number | string;
};

/**
 * The owner of most workloads of each namespace, by `cluster namespace`, over the entities that a caller may see.
 * Of several that own as many, the first by ref.
 */
export async function namespaceOwners(
  knex: Knex,
  namespaces: readonly Namespace[],
  visibility: Visibility,
): Promise<ReadonlyMap<string, NamespaceOwner>> {
  const owned = () => ownedWorkloads(knex, namespaces, visibility);
  const rows: Counted[] = await owned()
    .groupBy('s.cluster', 's.namespace', 'e.owner')
    .orderBy('e.owner')
    .select('s.cluster', 's.namespace', 'e.owner')
    .countDistinct({ workloads: 's.id' });
  const totals: Omit<Counted, 'owner'>[] = await owned()
    .groupBy('s.cluster', 's.namespace')
    .select('s.cluster', 's.namespace')
    .countDistinct({ workloads: 's.id' });
  const totalOf = new Map(
    totals.map(row => [nameOf(row), Number(row.workloads)]),
  );
  const owners = new Map<string, NamespaceOwner>();
  for (const row of rows) {
    const workloads = Number(row.workloads);
    const other = owners.get(nameOf(row));
    if (!other || workloads > other.workloads)
      owners.set(nameOf(row), {
        owner: row.owner,
        workloads,
        of: totalOf.get(nameOf(row))!,
      });
  }
  return owners;
}

/** More than these namespaces, where two clusters have one of the same name: the others do no harm. */
function ownedWorkloads(
  knex: Knex,
  namespaces: readonly Namespace[],
  visibility: Visibility,
): Knex.QueryBuilder {
  const names = namespaces.flatMap(({ namespace }) => namespace ?? []);
  return visibleWorkloads(knex)
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereIn('s.cluster', [...new Set(namespaces.map(one => one.cluster))])
    .whereIn('s.namespace', [...new Set(names)])
    .whereNull('l.valid_to')
    .whereNull('e.gone_at')
    .whereNotNull('e.owner')
    .modify(whereVisible, 'e.entity_ref', visibility);
}

function nameOf({ cluster, namespace }: Namespace): string {
  return `${cluster} ${namespace}`;
}
