import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  MappingView,
} from 'backstage-plugin-security-posture-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { EntityMapping, EntityRecord } from '../database/records';

/** How an entity is joined to workloads, with the annotations to add where it has none. */
export function mappingView(
  { entityRef, mapping }: Pick<EntityRecord, 'entityRef' | 'mapping'>,
  workloads: number,
): MappingView {
  const snippet =
    workloads === 0 ? annotationSnippet(entityRef, mapping) : undefined;
  return {
    annotated: mapping.annotated,
    ...(mapping.query
      ? {
          query: { ...mapping.query, clusters: [...mapping.query.clusters] },
        }
      : {}),
    ...(mapping.problem ? { problem: mapping.problem } : {}),
    steps: [...mapping.steps],
    candidates: [...mapping.candidates],
    ...(snippet ? { snippet } : {}),
  };
}

/**
 * The annotations that would join the entity, where it has none yet or workloads bear its name.
 * The namespace is named where all these workloads share one.
 */
function annotationSnippet(
  entityRef: string,
  { annotated, candidates }: EntityMapping,
): string | undefined {
  if (annotated && candidates.length === 0) return undefined;
  const { name } = parseEntityRef(entityRef);
  const namespaces = new Set(candidates.map(({ namespace }) => namespace));
  const [namespace] = namespaces.size === 1 ? namespaces : [];
  const annotations = {
    [KUBERNETES_ID_ANNOTATION]: name,
    ...(namespace ? { [KUBERNETES_NAMESPACE_ANNOTATION]: namespace } : {}),
  };
  const hint = `# Label the workload the same: ${KUBERNETES_ID_ANNOTATION}: ${name}\n`;
  return `${stringify({ metadata: { annotations } }, { lineWidth: 0 })}${hint}`;
}
