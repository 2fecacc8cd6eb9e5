import { KUBERNETES_ANNOTATIONS } from 'backstage-plugin-security-posture-common';
import { CatalogEntity } from './CatalogEntity';
import { CatalogScope } from './CatalogScope';
import { digestOf } from './digestOf';

/** What a catalog lists, whole. */
export interface CatalogListing {
  readonly entities: readonly CatalogEntity[];
  readonly scopes: readonly CatalogScope[];
  /** Of all of it. */
  readonly digest: string;
  /** Of what of it says which workloads belong to whom, and how they are judged for that. */
  readonly joins: string;
}

/** A listing of these entities, groups, systems and domains. */
export function listingOf(
  entities: readonly CatalogEntity[],
  scopes: readonly CatalogScope[],
): CatalogListing {
  return {
    entities,
    scopes,
    digest: digestOf([...entities, ...scopes]),
    joins: digestOf(
      entities.map(({ entityRef, annotations, dependsOn, tags }) => [
        entityRef,
        KUBERNETES_ANNOTATIONS.map(annotation => annotations[annotation]),
        dependsOn,
        tags,
      ]),
    ),
  };
}
