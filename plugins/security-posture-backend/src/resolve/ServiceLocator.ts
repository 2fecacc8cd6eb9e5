import { Config } from '@backstage/config';
import { parseEntityRef } from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER_ANNOTATION } from 'backstage-plugin-security-posture-common';
import { CatalogEntity } from './CatalogEntity';

/** Which of the known clusters an entity may run in, as the kubernetes plugin's service locator says. */
export type ServiceLocator = (
  entity: CatalogEntity,
  clusters: readonly string[],
) => readonly string[];

const multiTenant: ServiceLocator = (_, clusters) => clusters;

const singleTenant: ServiceLocator = (entity, clusters) => {
  const only = entity.annotations[KUBERNETES_CLUSTER_ANNOTATION];
  return only ? clusters.filter(cluster => cluster === only) : clusters;
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
  return clusters.filter(cluster => related.has(cluster));
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
