import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readScopes } from './readScopes';

function named(kind: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'x' },
  };
}

describe('readScopes', () => {
  const auth = mockServices.auth({ pluginId: 'security-posture' });

  it('reads groups, systems and domains, and nothing else', async () => {
    const kinds = ['Group', 'System', 'Domain', 'User', 'Component'];
    const catalog = catalogServiceMock({ entities: kinds.map(named) });
    const scopes = await readScopes(catalog, auth);
    expect(scopes.map(({ ref }) => ref).sort()).toEqual([
      'domain:default/x',
      'group:default/x',
      'system:default/x',
    ]);
  });

  it('asks as the plugin itself', async () => {
    const streamEntities = jest.fn(async function* none() {});
    await readScopes({ streamEntities } as unknown as CatalogService, auth);
    const [[, options]] = streamEntities.mock.calls as unknown as [
      [unknown, { credentials: unknown }],
    ];
    expect(options.credentials).toEqual(await auth.getOwnServiceCredentials());
  });

  it('reads all or nothing', async () => {
    const catalog = {
      async *streamEntities() {
        yield [named('Group')];
        throw new Error('the catalog is away');
      },
    } as unknown as CatalogService;
    await expect(readScopes(catalog, auth)).rejects.toThrow(
      'the catalog is away',
    );
  });
});
