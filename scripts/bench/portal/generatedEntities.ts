import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  CatalogEntity,
  ClusterSize,
  generateCatalogEntities,
} from 'security-posture-demo-cluster';

const LOCATION = 'url:https://example.com/generated';

/** A user whom the policy lets see everything. */
export const SEES_EVERYTHING = 'sees-everything';

/** A user whom the policy shows what half of the groups own: a member of each of them. */
export const SEES_HALF = 'sees-half';

/** Feeds the catalog with the entities that match the generated clusters, and with the users that ask. */
export function generatedEntities(size: ClusterSize, seed: number) {
  const generated = generateCatalogEntities(size, seed);
  const entities = [...generated, ...users(generated)];
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'generated-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'generated-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity: withLocation(entity),
                })),
              }),
          });
        },
      });
    },
  });
}

/** Names of the components, and of those among them that half of the groups own. */
export function componentNames(size: ClusterSize, seed: number) {
  const entities = generateCatalogEntities(size, seed);
  const owners = new Set(
    halfOfGroups(entities).map(name => `group:default/${name}`),
  );
  const components = entities.filter(({ kind }) => kind === 'Component');
  return {
    all: components.map(({ metadata }) => metadata.name),
    half: components
      .filter(({ spec }) => owners.has(String(spec.owner)))
      .map(({ metadata }) => metadata.name),
  };
}

function users(entities: readonly CatalogEntity[]): Entity[] {
  return [user(SEES_EVERYTHING, []), user(SEES_HALF, halfOfGroups(entities))];
}

function user(name: string, memberOf: readonly string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { memberOf: [...memberOf] },
  };
}

function halfOfGroups(entities: readonly CatalogEntity[]): readonly string[] {
  const groups = entities.filter(({ kind }) => kind === 'Group');
  return groups
    .slice(0, groups.length / 2)
    .map(({ metadata }) => metadata.name);
}

/** An entity that says where it comes from, without which the catalog takes none. */
function withLocation(entity: Entity | CatalogEntity): Entity {
  return {
    ...entity,
    spec: entity.spec as Entity['spec'],
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
  };
}
