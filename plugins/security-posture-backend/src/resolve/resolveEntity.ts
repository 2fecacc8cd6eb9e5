import {
  KUBERNETES_ANNOTATIONS,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from 'backstage-plugin-security-posture-common';
import {
  LabelSelector,
  LabelSelectorError,
  parseLabelSelector,
} from 'security-posture-engine';
import { EntityMapping } from '../database/records';
import { CatalogEntity } from './CatalogEntity';
import { ServiceLocator } from './ServiceLocator';
import { StoredSubject, SubjectIndex } from './SubjectIndex';

/** An entity joined to its workloads. */
export interface ResolvedEntity {
  readonly entity: CatalogEntity;
  readonly mapping: Omit<EntityMapping, 'candidates'>;
  readonly subjects: readonly StoredSubject[];
}

/**
 * Joins an entity to stored workloads by the kubernetes plugin's own rules: its selector is the annotation's,
 * else the label `backstage.io/kubernetes-id` with the annotation's value or the entity's name;
 * its namespace the annotation's, else any; its clusters those that the service locator allows.
 * Pure; says which step leaves nothing.
 */
export function resolveEntity(
  entity: CatalogEntity,
  clusters: readonly string[],
  index: SubjectIndex,
  locator: ServiceLocator,
): ResolvedEntity {
  const annotated = KUBERNETES_ANNOTATIONS.some(
    annotation => annotation in entity.annotations,
  );
  const namespace =
    entity.annotations[KUBERNETES_NAMESPACE_ANNOTATION] || undefined;
  const located = locator(entity, clusters);
  const allowed = located.clusters;
  const { text, from } = selectorOf(entity);
  const query = {
    labelSelector: text,
    from,
    ...(namespace ? { namespace } : {}),
    ...located,
  };
  const selected = select(text, index);
  if ('problem' in selected) {
    return {
      entity,
      mapping: { annotated, query, problem: selected.problem, steps: [] },
      subjects: [],
    };
  }
  const subjects = selected.subjects.filter(
    subject =>
      allowed.includes(subject.cluster) &&
      (!namespace || subject.namespace === namespace),
  );
  const steps = [
    { step: 'clusters' as const, found: index.count(allowed) },
    ...(namespace
      ? [{ step: 'namespace' as const, found: index.count(allowed, namespace) }]
      : []),
    { step: 'selector' as const, found: subjects.length },
  ];
  return { entity, mapping: { annotated, query, steps }, subjects };
}

function selectorOf(entity: CatalogEntity): {
  text: string;
  from: 'label-selector' | 'kubernetes-id' | 'name';
} {
  const selector = entity.annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  if (selector) return { text: selector, from: 'label-selector' };
  const id = entity.annotations[KUBERNETES_ID_ANNOTATION];
  return id
    ? { text: `${KUBERNETES_ID_ANNOTATION}=${id}`, from: 'kubernetes-id' }
    : { text: `${KUBERNETES_ID_ANNOTATION}=${entity.name}`, from: 'name' };
}

function select(
  text: string,
  index: SubjectIndex,
):
  | { readonly subjects: readonly StoredSubject[] }
  | { readonly problem: string } {
  let selector: LabelSelector;
  try {
    selector = parseLabelSelector(text);
  } catch (error) {
    if (!(error instanceof LabelSelectorError)) throw error;
    return { problem: error.message };
  }
  return { subjects: index.select(selector) };
}
