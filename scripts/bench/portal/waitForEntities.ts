import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterSize, clusterSizes } from 'security-posture-demo-cluster';

/** Waits until the catalog shows every generated component with its owner. */
export async function waitForEntities(
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
  size: ClusterSize,
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
    if (totalItems === clusterSizes[size].entities) return;
    await sleep(1_000);
  }
}
