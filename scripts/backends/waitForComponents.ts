import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as sleep } from 'node:timers/promises';

const CHECK_EVERY_MS = 200;

/** Waits until the catalog shows so many components with their owners. */
export async function waitForComponents(
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
  count: number,
): Promise<void> {
  for (;;) {
    const { totalItems } = await catalog.queryEntities(
      {
        filter: {
          kind: 'component',
          'relations.ownedBy': CATALOG_FILTER_EXISTS,
        },
        fields: ['kind'],
        limit: 1,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (totalItems === count) return;
    await sleep(CHECK_EVERY_MS);
  }
}
