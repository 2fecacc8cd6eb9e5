import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { KUBERNETES_ANNOTATIONS } from 'backstage-plugin-security-posture-common';
import {
  CatalogEntity,
  CATALOG_FIELDS,
  toCatalogEntity,
} from './CatalogEntity';

/** Entities asked of the catalog at a time. */
const PAGE_SIZE = 500;

/** Components, and whatever else carries a kubernetes annotation. */
const FILTER = [
  { kind: 'component' },
  ...KUBERNETES_ANNOTATIONS.map(annotation => ({
    [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
  })),
];

/**
 * All entities that may have workloads, read with the plugin's own credentials.
 * Rejects where any page fails: half a listing would delete what it does not name.
 */
export async function readCatalog(
  catalog: CatalogService,
  auth: AuthService,
): Promise<readonly CatalogEntity[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const entities: CatalogEntity[] = [];
  const pages = catalog.streamEntities(
    { filter: FILTER, fields: CATALOG_FIELDS, pageSize: PAGE_SIZE },
    { credentials },
  );
  for await (const page of pages) entities.push(...page.map(toCatalogEntity));
  return entities;
}
