import { CatalogEntity } from './CatalogEntity';
import { CatalogScope } from './CatalogScope';
import { digestOf } from './digestOf';

/** What a catalog lists, whole. */
export interface CatalogListing {
  readonly entities: readonly CatalogEntity[];
  readonly scopes: readonly CatalogScope[];
  /** Of all of it. */
  readonly digest: string;
}

/** A listing of these entities, groups, systems and domains. */
export function listingOf(
  entities: readonly CatalogEntity[],
  scopes: readonly CatalogScope[],
): CatalogListing {
  return { entities, scopes, digest: digestOf([...entities, ...scopes]) };
}
