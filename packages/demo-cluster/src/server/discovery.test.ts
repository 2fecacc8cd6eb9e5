import { DemoCluster } from '../DemoCluster';
import { startDemoCluster } from '../startDemoCluster';
import { request } from '../testing/request';

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

const crontabs = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'crontabs.stable.example.com' },
  spec: {
    group: 'stable.example.com',
    scope: 'Namespaced',
    names: { plural: 'crontabs', kind: 'CronTab', shortNames: ['ct'] },
    versions: [
      { name: 'v1beta1', served: true, storage: false },
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
      },
    ],
  },
};

interface Named {
  name: string;
}

let cluster: DemoCluster;

async function start(version: string) {
  cluster = await startDemoCluster({
    name: 'test',
    version,
    objects: [crontabs],
  });
}

const get = (path: string, accept = 'application/json') =>
  request(cluster.url + path, { headers: { accept } });

afterEach(() => cluster.stop());

describe('discovery of Kubernetes 1.35', () => {
  beforeEach(() => start('v1.35.8-eks-1234'));

  it('tells its version', async () => {
    const { body } = await get('/version');
    expect(body).toMatchObject({
      major: '1',
      minor: '35',
      gitVersion: 'v1.35.8-eks-1234',
    });
  });

  it.each(['/readyz', '/livez', '/healthz'])('is well at %s', async path => {
    const response = await fetch(cluster.url + path);
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  it('lists versions and groups for old clients', async () => {
    expect((await get('/api')).body).toMatchObject({
      kind: 'APIVersions',
      versions: ['v1'],
    });
    const { body } = await get('/apis');
    const groups = body.groups as Named[];
    const names = groups.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['apps', 'batch', 'rbac.authorization.k8s.io']),
    );
    expect(
      groups.find(({ name }) => name === 'stable.example.com'),
    ).toMatchObject({
      versions: [{ version: 'v1' }, { version: 'v1beta1' }],
      preferredVersion: { groupVersion: 'stable.example.com/v1' },
    });
    expect((await get('/apis/apps')).body).toMatchObject({
      kind: 'APIGroup',
      name: 'apps',
    });
  });

  it.each([
    ['/api/v1', 'pods', { kind: 'Pod', namespaced: true, shortNames: ['po'] }],
    ['/api/v1', 'nodes', { kind: 'Node', namespaced: false }],
    ['/api/v1', 'pods/status', { kind: 'Pod' }],
    [
      '/apis/apps/v1',
      'deployments',
      { kind: 'Deployment', singularName: 'deployment' },
    ],
    [
      '/apis/stable.example.com/v1',
      'crontabs',
      { kind: 'CronTab', shortNames: ['ct'] },
    ],
    [
      '/apis/authorization.k8s.io/v1',
      'selfsubjectaccessreviews',
      { verbs: ['create'] },
    ],
  ])('lists under %s the resource %s', async (path, name, expected) => {
    const { body } = await get(path);
    expect(body.kind).toBe('APIResourceList');
    const resources = body.resources as Named[];
    expect(resources.find(resource => resource.name === name)).toMatchObject(
      expected,
    );
  });

  it('aggregates the core group at /api', async () => {
    const { body, headers } = await get('/api', aggregated);
    expect(headers.get('content-type')).toBe(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    expect(body).toMatchObject({
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      items: [
        {
          versions: [
            {
              version: 'v1',
              freshness: 'Current',
              resources: expect.arrayContaining([
                expect.objectContaining({
                  resource: 'pods',
                  scope: 'Namespaced',
                  responseKind: { group: '', version: 'v1', kind: 'Pod' },
                  verbs: ['get', 'list', 'watch'],
                  subresources: [
                    expect.objectContaining({ subresource: 'status' }),
                  ],
                }),
              ]),
            },
          ],
        },
      ],
    });
  });

  it('aggregates the other groups at /apis, custom ones included', async () => {
    const { body } = await get('/apis', aggregated);
    const items = body.items as { metadata: Named; versions: object[] }[];
    expect(items.map(({ metadata }) => metadata.name)).not.toContain(undefined);
    expect(
      items.find(({ metadata }) => metadata.name === 'stable.example.com'),
    ).toMatchObject({
      versions: [
        { version: 'v1', resources: [{ resource: 'crontabs' }] },
        { version: 'v1beta1' },
      ],
    });
  });

  it('lists the same kinds both ways', async () => {
    const { body } = await get('/apis', aggregated);
    const groups = body.items as {
      metadata: Named;
      versions: { version: string; resources: { resource: string }[] }[];
    }[];
    for (const { metadata, versions } of groups) {
      for (const { version, resources } of versions) {
        const legacy = await get(`/apis/${metadata.name}/${version}`);
        const names = (legacy.body.resources as Named[]).map(
          ({ name }) => name,
        );
        expect(names.filter(name => !name.includes('/'))).toEqual(
          resources.map(({ resource }) => resource),
        );
      }
    }
  });

  it('learns a custom kind that comes later', async () => {
    cluster.apply([
      {
        apiVersion: 'late.example.com/v1',
        kind: 'Policy',
        metadata: { name: 'first' },
      },
    ]);
    const { body } = await get('/apis/late.example.com/v1/policies');
    expect(body.items).toHaveLength(1);
  });
});

describe('discovery of Kubernetes 1.28', () => {
  beforeEach(() => start('v1.28.1'));

  it('has no aggregated form', async () => {
    const { body } = await get('/apis', aggregated);
    expect(body.kind).toBe('APIGroupList');
  });

  it('lacks younger kinds', async () => {
    const path =
      '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';
    expect((await get(path)).status).toBe(404);
  });
});
