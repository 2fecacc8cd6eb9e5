import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogScope,
  SCOPE_FIELDS,
  SCOPE_TYPES,
  toCatalogScope,
} from './CatalogScope';

/** Entities asked of the catalog at a time. */
const PAGE_SIZE = 500;

/**
 * All groups, systems and domains, read with the plugin's own credentials.
 * Rejects where any page fails: half a listing would take entities out of their teams.
 */
export async function readScopes(
  catalog: Pick<CatalogService, 'streamEntities'>,
  auth: AuthService,
): Promise<readonly CatalogScope[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const scopes: CatalogScope[] = [];
  const pages = catalog.streamEntities(
    {
      filter: { kind: [...SCOPE_TYPES] },
      fields: SCOPE_FIELDS,
      pageSize: PAGE_SIZE,
    },
    { credentials },
  );
  for await (const page of pages) scopes.push(...page.map(toCatalogScope));
  return scopes;
}
