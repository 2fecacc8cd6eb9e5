import { DemoCluster } from '../DemoCluster';
import { DemoClusterOptions, startDemoCluster } from '../startDemoCluster';
import { configMap } from '../testing/manifests';
import { list, ListBody, namesOf, request } from '../testing/request';

const gadget = {
  apiVersion: 'example.com/v1',
  kind: 'Gadget',
  metadata: { name: 'lever', namespace: 'shop' },
  spec: { size: 3 },
};
const widgets = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Cluster',
    names: { plural: 'widgets', kind: 'Widget', shortNames: ['wd'] },
    versions: [
      { name: 'v1', served: true, storage: true },
      { name: 'v1beta1', served: true, storage: false },
      { name: 'v1alpha1', served: false, storage: false },
    ],
  },
};
const widget = {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'one' },
};
const objects = [
  configMap('a', { labels: { app: 'web', tier: 'front' } }),
  configMap('b', { labels: { app: 'web' } }),
  configMap('c', { namespace: 'blog', labels: { app: 'blog' } }),
  configMap('d'),
  configMap('e', { namespace: 'shop-2' }),
  widgets,
  widget,
  gadget,
];

let cluster: DemoCluster;

async function start(options: Partial<DemoClusterOptions> = {}) {
  cluster = await startDemoCluster({
    name: 'test',
    shape: 'asWritten',
    objects,
    ...options,
  });
}

const maps = (query = '') => `${cluster.url}/api/v1/configmaps${query}`;
const shopMaps = (query = '') =>
  `${cluster.url}/api/v1/namespaces/shop/configmaps${query}`;

function next(page: ListBody): string {
  return encodeURIComponent(page.metadata.continue ?? '');
}

afterEach(() => cluster.stop());

describe('lists', () => {
  beforeEach(() => start());

  it('holds untyped items of all namespaces in the order of their keys', async () => {
    const body = await list(maps());
    expect(body).toMatchObject({ kind: 'ConfigMapList', apiVersion: 'v1' });
    expect(body.metadata.resourceVersion).toMatch(/^\d+$/);
    expect(namesOf(body)).toEqual(['c', 'e', 'a', 'b', 'd']);
    expect(body.items[0]).not.toHaveProperty('kind');
    expect(body.items[0]).not.toHaveProperty('apiVersion');
  });

  it('holds the items of one namespace', async () => {
    expect(namesOf(await list(shopMaps()))).toEqual(['a', 'b', 'd']);
  });

  it('is empty for a namespace without objects', async () => {
    const body = await list(`${cluster.url}/api/v1/namespaces/no/configmaps`);
    expect(body.items).toEqual([]);
  });

  it('gives custom kinds with their type, and guesses undefined ones', async () => {
    const url = `${cluster.url}/apis/example.com/v1`;
    expect((await list(`${url}/widgets`)).items[0]).toMatchObject(widget);
    expect((await list(`${url}/gadgets`)).items[0]).toMatchObject(gadget);
    expect((await list(`${url}/namespaces/shop/gadgets`)).items).toHaveLength(
      1,
    );
  });

  it('serves a custom kind in every served version', async () => {
    const body = await list(`${cluster.url}/apis/example.com/v1beta1/widgets`);
    expect(body.items[0].apiVersion).toBe('example.com/v1beta1');
    const url = `${cluster.url}/apis/example.com/v1alpha1/widgets`;
    expect((await request(url)).status).toBe(404);
  });

  it.each([
    ['labelSelector=app=web', ['a', 'b']],
    ['labelSelector=app in (web,blog),!tier', ['c', 'b']],
    ['labelSelector=!app', ['e', 'd']],
    ['fieldSelector=metadata.name=c', ['c']],
    ['fieldSelector=metadata.namespace=shop&labelSelector=app', ['a', 'b']],
  ])('selects by %s', async (query, names) => {
    expect(namesOf(await list(maps(`?${encodeURI(query)}`)))).toEqual(names);
  });

  it.each([
    'labelSelector=app in web',
    'fieldSelector=data.x=1',
    'limit=many',
    'limit=-1',
    'continue=nonsense',
    'resourceVersion=x',
    'watch=true&timeoutSeconds=x',
  ])('refuses %s with 400', async query => {
    const { status, body } = await request(maps(`?${encodeURI(query)}`));
    expect(status).toBe(400);
    expect(body).toMatchObject({
      kind: 'Status',
      reason: 'BadRequest',
      code: 400,
    });
  });

  it('refuses a version that is not yet there with 504', async () => {
    const { status, body } = await request(maps('?resourceVersion=999999'));
    expect(status).toBe(504);
    expect(body.message).toContain('Too large resource version');
  });

  it('answers metadata only when asked', async () => {
    const accept =
      'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json';
    const body = await list(maps(), { accept });
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
    });
    expect(body.items).toHaveLength(5);
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'apiVersion',
      'kind',
      'metadata',
    ]);
    expect(body.items[0].kind).toBe('PartialObjectMetadata');
  });

  it('answers a single object whole or as metadata', async () => {
    const whole = await request(shopMaps('/a'));
    expect(whole.body).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      data: {},
    });
    const accept =
      'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
    const partial = await request(shopMaps('/a'), { headers: { accept } });
    expect(partial.body.kind).toBe('PartialObjectMetadata');
    expect(partial.body).not.toHaveProperty('data');
  });

  it.each([
    ['an object that is not there', '/api/v1/namespaces/shop/configmaps/zz'],
    ['a kind that is not there', '/api/v1/sprockets'],
    ['a group that is not there', '/apis/none.example.com/v1'],
    ['a group without version', '/apis/none.example.com'],
    ['an object of no namespace', '/api/v1/configmaps/a'],
    ['a namespace of a cluster-wide kind', '/api/v1/namespaces/shop/nodes'],
    [
      'a subresource that is not there',
      '/api/v1/namespaces/shop/configmaps/a/log',
    ],
    ['a path of no API', '/debug/pprof'],
  ])('answers 404 for %s', async (_name, path) => {
    const { status, body } = await request(cluster.url + path);
    expect(status).toBe(404);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      code: 404,
    });
  });

  it.each([
    ['application/vnd.kubernetes.protobuf', 406],
    ['application/json;as=Table;v=v1;g=meta.k8s.io', 406],
    ['application/json;as=Table;v=v1;g=meta.k8s.io,application/json', 200],
    ['application/vnd.kubernetes.protobuf,application/json', 200],
    ['*/*', 200],
  ])('answers Accept: %s with %s', async (accept, status) => {
    expect((await request(maps(), { headers: { accept } })).status).toBe(
      status,
    );
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async method => {
    const { status, body } = await request(shopMaps('/a'), { method });
    expect(status).toBe(405);
    expect(body).toMatchObject({ kind: 'Status', reason: 'MethodNotAllowed' });
  });
});

describe('pages', () => {
  it('adds up to the whole list', async () => {
    await start();
    const first = await list(maps('?limit=2'));
    expect(first.metadata.remainingItemCount).toBe(3);
    const second = await list(maps(`?limit=2&continue=${next(first)}`));
    expect(second.metadata.remainingItemCount).toBe(1);
    const third = await list(maps(`?limit=2&continue=${next(second)}`));
    expect(third.metadata).toEqual({
      resourceVersion: first.metadata.resourceVersion,
    });
    const names = [first, second, third].flatMap(namesOf);
    expect(names).toEqual(['c', 'e', 'a', 'b', 'd']);
  });

  it('does not count what remains under a selector', async () => {
    await start();
    const page = await list(maps('?limit=1&labelSelector=app'));
    expect(page.metadata.continue).toBeDefined();
    expect(page.metadata).not.toHaveProperty('remainingItemCount');
  });

  it('shows one state, whatever changes between its pages', async () => {
    await start();
    const first = await list(maps('?limit=2'));
    cluster.apply([configMap('aa'), configMap('d', { data: { new: '1' } })]);
    cluster.remove([
      { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'b' },
    ]);
    const rest = await list(maps(`?continue=${next(first)}`));
    expect(namesOf(rest)).toEqual(['a', 'b', 'd']);
    expect(rest.items[2].data).toEqual({});
    expect(namesOf(await list(maps()))).toEqual(['c', 'e', 'a', 'aa', 'd']);
  });

  it('ignores the limit at version 0', async () => {
    await start();
    const body = await list(maps('?limit=2&resourceVersion=0'));
    expect(body.items).toHaveLength(5);
    expect(body.metadata.continue).toBeUndefined();
  });

  it('expires with 410, and offers to go on with what is there now', async () => {
    await start({ continueSeconds: 0 });
    const first = await list(maps('?limit=2'));
    cluster.apply([configMap('aa')]);
    const expired = await request(maps(`?limit=2&continue=${next(first)}`));
    expect(expired.status).toBe(410);
    expect(expired.body).toMatchObject({ kind: 'Status', reason: 'Expired' });
    const offered = (expired.body as unknown as ListBody).metadata.continue;
    const rest = await list(maps(`?continue=${offered}`));
    expect(namesOf(rest)).toEqual(['a', 'aa', 'b', 'd']);
  });
});
