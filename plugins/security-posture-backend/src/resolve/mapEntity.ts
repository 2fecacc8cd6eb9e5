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
import { EntityMapping, MappingQuery } from '../database/records';
import { CatalogEntity } from './CatalogEntity';
import { ServiceLocator } from './ServiceLocator';

/** An entity with the query that finds its workloads. */
export interface MappedEntity {
  readonly entity: CatalogEntity;
  readonly mapping: EntityMapping;
  /** The selector of the query; absent where it cannot be read. */
  readonly selector?: LabelSelector;
}

/**
 * Says what finds the workloads of an entity, by the kubernetes plugin's own rules: its selector is the annotation's,
 * else the label `backstage.io/kubernetes-id` with the annotation's value or the entity's name;
 * its namespace the annotation's, else any; its clusters those that the service locator allows. Pure.
 */
export function mapEntity(
  entity: CatalogEntity,
  clusters: readonly string[],
  locator: ServiceLocator,
): MappedEntity {
  const annotated = KUBERNETES_ANNOTATIONS.some(
    annotation => annotation in entity.annotations,
  );
  const namespace =
    entity.annotations[KUBERNETES_NAMESPACE_ANNOTATION] || undefined;
  const query = {
    ...selectorOf(entity),
    ...(namespace ? { namespace } : {}),
    ...locator(entity, clusters),
  };
  try {
    const selector = parseLabelSelector(query.labelSelector);
    return { entity, mapping: { annotated, query }, selector };
  } catch (error) {
    if (!(error instanceof LabelSelectorError)) throw error;
    return { entity, mapping: { annotated, query, problem: error.message } };
  }
}

function selectorOf(
  entity: CatalogEntity,
): Pick<MappingQuery, 'labelSelector' | 'from'> {
  const selector = entity.annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  if (selector) return { labelSelector: selector, from: 'label-selector' };
  const id = entity.annotations[KUBERNETES_ID_ANNOTATION];
  return id
    ? {
        labelSelector: `${KUBERNETES_ID_ANNOTATION}=${id}`,
        from: 'kubernetes-id',
      }
    : {
        labelSelector: `${KUBERNETES_ID_ANNOTATION}=${entity.name}`,
        from: 'name',
      };
}
