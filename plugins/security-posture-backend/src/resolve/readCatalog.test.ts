import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { toCatalogEntity } from './CatalogEntity';
import { readCatalog } from './readCatalog';

const WEB: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    uid: 'uid-web',
    namespace: 'shop',
    name: 'Web',
    title: 'The web',
    tags: ['go'],
    annotations: { 'backstage.io/kubernetes-id': 'web' },
  },
  spec: { lifecycle: 'production', type: 'service', owner: 'not-read' },
  relations: [
    { type: 'dependsOn', targetRef: 'resource:shop/prod' },
    { type: 'partOf', targetRef: 'component:shop/parent' },
    { type: 'partOf', targetRef: 'system:shop/checkout' },
    { type: 'ownedBy', targetRef: 'group:default/shop' },
    { type: 'ownedBy', targetRef: 'user:default/guest' },
  ],
};

function named(kind: string, name: string, annotations = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations },
  };
}

describe('what is read of an entity', () => {
  it('is what resolving needs', () => {
    expect(toCatalogEntity(WEB)).toEqual({
      entityRef: 'component:shop/web',
      uid: 'uid-web',
      kind: 'component',
      namespace: 'shop',
      name: 'Web',
      title: 'The web',
      owner: 'group:default/shop',
      system: 'system:shop/checkout',
      scopes: ['group:default/shop', 'system:shop/checkout'],
      lifecycle: 'production',
      type: 'service',
      tags: ['go'],
      annotations: { 'backstage.io/kubernetes-id': 'web' },
      dependsOn: ['resource:shop/prod'],
    });
  });

  it('is little of an entity that has little', () => {
    expect(
      toCatalogEntity({
        ...named('API', 'a'),
        spec: { type: 7, lifecycle: {} },
      }),
    ).toEqual({
      entityRef: 'api:default/a',
      kind: 'api',
      namespace: 'default',
      name: 'a',
      tags: [],
      annotations: {},
      dependsOn: [],
      scopes: [],
    });
  });
});

describe('readCatalog', () => {
  const auth = mockServices.auth({ pluginId: 'security-posture' });

  it('reads components, and what else carries a kubernetes annotation', async () => {
    const catalog = catalogServiceMock({
      entities: [
        WEB,
        named('Component', 'plain'),
        named('Resource', 'db', {
          'backstage.io/kubernetes-namespace': 'data',
        }),
        named('Resource', 'bucket'),
        named('Group', 'team', { 'backstage.io/techdocs-ref': 'dir:.' }),
      ],
    });
    const entities = await readCatalog(catalog, auth);
    expect(entities.map(({ entityRef }) => entityRef).sort()).toEqual([
      'component:default/plain',
      'component:shop/web',
      'resource:default/db',
    ]);
  });

  it('asks as the plugin itself', async () => {
    const streamEntities = jest.fn(async function* none() {});
    await readCatalog({ streamEntities } as unknown as CatalogService, auth);
    const [[, options]] = streamEntities.mock.calls as unknown as [
      [unknown, { credentials: unknown }],
    ];
    expect(options.credentials).toEqual(await auth.getOwnServiceCredentials());
  });

  it('reads all or nothing', async () => {
    const catalog = {
      async *streamEntities() {
        yield [WEB];
        throw new Error('the catalog is away');
      },
    } as unknown as CatalogService;
    await expect(readCatalog(catalog, auth)).rejects.toThrow(
      'the catalog is away',
    );
  });
});
