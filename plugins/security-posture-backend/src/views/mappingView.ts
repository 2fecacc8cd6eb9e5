import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  MappingView,
} from 'backstage-plugin-security-posture-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { Namesake } from '../database/EntityDetailsReader';
import { EntityMapping, EntityRecord } from '../database/records';

/** What there is of workloads for the query of an entity to find. */
export interface FoundWorkloads {
  /** Those that belong to the entity. */
  readonly owned: number;
  /** All in the clusters that it may run in. */
  readonly inClusters: number;
  /** Those of them in its namespace; as many where it names none. */
  readonly inNamespace: number;
  /** Those that bear its name and belong to nobody, where none belongs to it. */
  readonly candidates: readonly Namesake[];
}

/** How an entity is joined to workloads, with the annotations to add where it has none. */
export function mappingView(
  { entityRef, mapping }: Pick<EntityRecord, 'entityRef' | 'mapping'>,
  found: FoundWorkloads,
): MappingView {
  const { owned, candidates } = found;
  const snippet =
    owned === 0 ? catalogSnippet(entityRef, mapping, candidates) : undefined;
  return {
    annotated: mapping.annotated,
    ...(mapping.query
      ? {
          query: { ...mapping.query, clusters: [...mapping.query.clusters] },
        }
      : {}),
    ...(mapping.problem ? { problem: mapping.problem } : {}),
    steps: stepsOf(mapping, found),
    candidates: [...candidates],
    ...(snippet ? { snippet } : {}),
  };
}

function stepsOf(
  { query, problem }: EntityMapping,
  { owned, inClusters, inNamespace }: FoundWorkloads,
): MappingView['steps'] {
  if (!query || problem !== undefined) return [];
  return [
    { step: 'clusters', found: inClusters },
    ...(query.namespace
      ? [{ step: 'namespace' as const, found: inNamespace }]
      : []),
    { step: 'selector', found: owned },
  ];
}

/**
 * What would join the entity, where it has no annotation yet or workloads bear its name.
 * Namespace and clusters are named where these workloads lie in ones that the query leaves out.
 */
function catalogSnippet(
  entityRef: string,
  { annotated, query }: EntityMapping,
  candidates: readonly Namesake[],
): string | undefined {
  if (annotated && candidates.length === 0) return undefined;
  const { name, namespace: home } = parseEntityRef(entityRef);
  const namespace = onlyOne(candidates.map(each => each.namespace));
  const missing = missingClusters(candidates, query);
  const cluster = onlyOne(missing);
  const annotations = {
    [KUBERNETES_ID_ANNOTATION]: name,
    ...(namespace ? { [KUBERNETES_NAMESPACE_ANNOTATION]: namespace } : {}),
    ...(query?.clustersFrom === 'annotation' && cluster
      ? { [KUBERNETES_CLUSTER_ANNOTATION]: cluster }
      : {}),
  };
  const dependsOn = missing.map(each => `resource:${home}/${each}`);
  const entity = {
    metadata: { annotations },
    ...(query?.clustersFrom === 'relation' && dependsOn.length
      ? { spec: { dependsOn } }
      : {}),
  };
  const hint = `# Label the workload the same:\n# ${KUBERNETES_ID_ANNOTATION}: ${name}\n`;
  return `${stringify(entity, { lineWidth: 0 })}${hint}`;
}

/** Clusters of the workloads that bear the entity's name, in which it may not run. */
function missingClusters(
  candidates: readonly Namesake[],
  query: EntityMapping['query'],
): string[] {
  const clusters = new Set(candidates.map(({ cluster }) => cluster));
  return [...clusters].filter(
    cluster => query && !query.clusters.includes(cluster),
  );
}

/** The value that all of them share; undefined where they differ or there is none. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
