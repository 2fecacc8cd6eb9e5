import { Config } from '@backstage/config';
import { parseEntityRef } from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER_ANNOTATION } from 'backstage-plugin-security-posture-common';
import { CatalogEntity } from './CatalogEntity';

/** The clusters that an entity may run in, and what they were taken from. */
export interface AllowedClusters {
  readonly clusters: readonly string[];
  readonly clustersFrom: 'all' | 'annotation' | 'relation';
}

/** Which of the known clusters an entity may run in, as the kubernetes plugin's service locator says. */
export type ServiceLocator = (
  entity: CatalogEntity,
  clusters: readonly string[],
) => AllowedClusters;

const multiTenant: ServiceLocator = (_, clusters) => ({
  clusters,
  clustersFrom: 'all',
});

const singleTenant: ServiceLocator = (entity, clusters) => {
  const only = entity.annotations[KUBERNETES_CLUSTER_ANNOTATION];
  if (!only) return multiTenant(entity, clusters);
  return {
    clusters: clusters.filter(cluster => cluster === only),
    clustersFrom: 'annotation',
  };
};

/** Relations are looked up in the entity's own namespace, as the kubernetes plugin does. */
const catalogRelation: ServiceLocator = (entity, clusters) => {
  const related = new Set(
    entity.dependsOn
      .map(ref => parseEntityRef(ref))
      .filter(
        ({ kind, namespace }) =>
          kind === 'resource' && namespace === entity.namespace,
      )
      .map(({ name }) => name),
  );
  return {
    clusters: clusters.filter(cluster => related.has(cluster)),
    clustersFrom: 'relation',
  };
};

const LOCATORS: Readonly<Record<string, ServiceLocator>> = {
  multiTenant,
  singleTenant,
  catalogRelation,
};

/**
 * The service locator that `kubernetes.serviceLocatorMethod.type` names.
 * One that this plugin cannot follow (`http`, or one from an extension point) counts as `multiTenant`: it hides nothing.
 */
export function readServiceLocator(config: Config): ServiceLocator {
  const type =
    config.getOptionalString('kubernetes.serviceLocatorMethod.type') ??
    'multiTenant';
  return LOCATORS[type] ?? multiTenant;
}
