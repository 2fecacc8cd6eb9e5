import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  ClusterDescription,
  ListOptions,
  ListPage,
} from 'backstage-plugin-security-posture-node';
import {
  DemoCluster,
  Fault,
  Manifest,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { ResourceType, SUPPORTING_RESOURCES } from 'security-posture-engine';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';
import { failureOf } from './__testUtils__/failureOf';
import {
  KubernetesPlugin,
  OWN_TOKEN,
  servicesFor,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';

const ACCOUNTS = SUPPORTING_RESOURCES.serviceAccounts;
const RESOURCE = 'serviceaccounts';
const QUICK = { waitMs: 20 };
const IMPATIENT = { requestMs: 1_000 };

function anAccount(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: 'shop' },
  };
}

function described(
  name: string,
  authProvider = 'serviceAccount',
): ClusterDescription {
  return { name, authProvider, scannable: true };
}

describe('KubernetesProxyClusterReader', () => {
  const prod = described('prod');
  let cluster: DemoCluster;
  let open: DemoCluster;
  let redirecting: Server;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'prod',
      shape: 'asWritten',
      objects: ['a', 'b', 'c', 'd', 'e'].map(anAccount),
      tokens: [{ token: 'cluster-token', rules: 'all' }],
    });
    open = await startDemoCluster({ name: 'open', shape: 'asWritten' });
    redirecting = createServer((_, response) =>
      response.writeHead(302, { Location: `${open.url}/version` }).end(),
    ).listen(0, '127.0.0.1');
    await once(redirecting, 'listening');
    const { port } = redirecting.address() as AddressInfo;
    plugin = await startKubernetesPlugin([
      {
        name: 'prod',
        title: 'Production',
        url: cluster.url,
        serviceAccountToken: 'cluster-token',
      },
      { name: 'local', url: open.url, authProvider: 'localKubectlProxy' },
      { name: 'azure', url: open.url, authProvider: 'aks' },
      { name: 'gke', url: open.url, authProvider: 'google' },
      {
        name: 'moved',
        url: `http://127.0.0.1:${port}`,
        serviceAccountToken: 'cluster-token',
      },
      { name: 'wrong', url: cluster.url, serviceAccountToken: 'other-token' },
      {
        name: 'gone',
        url: 'http://127.0.0.1:1',
        serviceAccountToken: 'cluster-token',
      },
    ]);
    reader = new KubernetesProxyClusterReader({ ...plugin, limits: QUICK });
    await reader.get(prod, '/version');
    cluster.requests.clear();
  }, 60_000);

  afterEach(() => {
    cluster.faults.clear();
    for (const demo of [cluster, open]) demo.requests.clear();
  });

  afterAll(async () => {
    redirecting.close();
    await Promise.all([plugin, cluster, open].map(started => started.stop()));
  });

  async function pagesOf(
    options: ListOptions = {},
    from = reader,
  ): Promise<ListPage[]> {
    const pages = [];
    for await (const page of from.list(prod, ACCOUNTS, options))
      pages.push(page);
    return pages;
  }

  const namesOf = ({ items }: ListPage) =>
    items.map(({ metadata }) => (metadata as { name: string }).name).join();

  describe('clusters', () => {
    it('lists all, and says which admit users only', async () => {
      const clusters = await reader.listClusters();
      expect(clusters.slice(0, 4)).toEqual([
        {
          name: 'prod',
          title: 'Production',
          authProvider: 'serviceAccount',
          scannable: true,
        },
        { name: 'local', authProvider: 'localKubectlProxy', scannable: true },
        {
          name: 'azure',
          authProvider: 'aks',
          scannable: 'needsUserCredentials',
        },
        {
          name: 'gke',
          authProvider: 'google',
          scannable: 'needsUserCredentials',
        },
      ]);
    });

    it('says so where nothing answers as the kubernetes plugin', async () => {
      const elsewhere = new KubernetesProxyClusterReader(
        servicesFor('http://127.0.0.1:1/api'),
      );
      const listing = elsewhere.listClusters();
      expect(await failureOf(listing)).toEqual({
        reason: 'unreachable',
        reach: 'everyCluster',
      });
      await expect(listing).rejects.toThrow(
        'the kubernetes plugin is not installed or unreachable',
      );
    });

    it('says so where the kubernetes plugin is not installed', async () => {
      const other = new KubernetesProxyClusterReader({
        auth: plugin.auth,
        discovery: {
          ...plugin.discovery,
          getBaseUrl: async () =>
            `${await plugin.discovery.getBaseUrl('kubernetes')}-absent`,
        },
      });
      const listing = other.listClusters();
      expect(await failureOf(listing)).toEqual({
        reason: 'unreachable',
        status: 404,
        reach: 'everyCluster',
      });
      await expect(listing).rejects.toThrow(
        'the kubernetes plugin is not installed or unreachable',
      );
    });

    it('says so where Backstage refuses its token', async () => {
      const stranger = new KubernetesProxyClusterReader({
        ...plugin,
        auth: {
          ...plugin.auth,
          getOwnServiceCredentials: () =>
            plugin.auth.getOwnServiceCredentials(),
          getPluginRequestToken: async () => ({ token: 'not-a-credential' }),
        },
      });
      expect(await failureOf(stranger.listClusters())).toEqual({
        reason: 'unreachable',
        reach: 'everyCluster',
      });
      expect(await failureOf(stranger.get(prod, '/version'))).toEqual({
        reason: 'unreachable',
        reach: 'cluster',
      });
      expect(cluster.requests.list()).toEqual([]);
    });
  });

  describe('tokens', () => {
    it('lets the kubernetes plugin put the cluster credential in the place of its own', async () => {
      await reader.get(prod, '/version');
      expect(cluster.requests.list()[0].authorization).toBe(
        'Bearer cluster-token',
      );
      expect(JSON.stringify(cluster.requests.list())).not.toContain(OWN_TOKEN);
    });

    it('sends no Backstage token to a kubectl proxy, which a plain request would do', async () => {
      await reader.get(described('local', 'localKubectlProxy'), '/version');
      expect(open.requests.list()).toHaveLength(1);
      expect(open.requests.list()[0].authorization).toBeFalsy();
      expect(JSON.stringify(open.requests.list())).not.toContain(OWN_TOKEN);
      await plainRequest('local');
      expect(JSON.stringify(open.requests.list())).toContain(OWN_TOKEN);
    });

    it.each([
      ['azure', 'aks'],
      ['gke', 'google'],
      ['any', 'ofAnAdopter'],
    ])('never contacts %s, of provider %s', async (name, provider) => {
      const refused = {
        reason: 'needsUserCredentials',
        reach: 'cluster',
      } as const;
      const target = described(name, provider);
      expect(await failureOf(reader.get(target, '/version'))).toEqual(refused);
      expect(await failureOf(reader.list(target, ACCOUNTS).next())).toEqual(
        refused,
      );
      expect(
        await failureOf(reader.stream(target, '/metrics', 'text/plain')),
      ).toEqual(refused);
      expect(open.requests.list()).toEqual([]);
    });

    async function plainRequest(name: string): Promise<void> {
      const { token } = await plugin.auth.getPluginRequestToken({
        onBehalfOf: await plugin.auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      const base = await plugin.discovery.getBaseUrl('kubernetes');
      await fetch(`${base}/proxy/version`, {
        headers: {
          Authorization: `Bearer ${token}`,
          'Backstage-Kubernetes-Cluster': name,
        },
      });
    }
  });

  describe('lists', () => {
    it('reads pages by continue, and fills in apiVersion and kind', async () => {
      const pages = await pagesOf({ limit: 2 });
      expect(pages.map(namesOf)).toEqual(['a,b', 'c,d', 'e']);
      expect(pages.map(({ remaining }) => remaining)).toEqual([
        3,
        1,
        undefined,
      ]);
      expect(pages[0].items[0]).toMatchObject({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
      });
      const queries = cluster.requests.list().map(({ query }) => query);
      expect(queries.map(({ limit }) => limit)).toEqual(['2', '2', '2']);
      expect(queries.some(query => 'resourceVersion' in query)).toBe(false);
    });

    it('asks for 500 a page, with GET', async () => {
      await pagesOf();
      const [request] = cluster.requests.list();
      expect(request.query.limit).toBe('500');
      expect(request.method).toBe('GET');
    });

    it('reads metadata only where that is asked for', async () => {
      const [page] = await pagesOf({ metadataOnly: true });
      expect(cluster.requests.list()[0].accept).toContain(
        'as=PartialObjectMetadataList',
      );
      expect(page.items[0]).toMatchObject({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'a' },
      });
    });

    it('begins anew once where the list expires', async () => {
      cluster.faults.set({ type: 'expired', after: 1, times: 1 });
      const pages = await pagesOf({ limit: 2 });
      expect(pages.map(namesOf)).toEqual(['a,b', 'c,d', 'a,b', 'c,d', 'e']);
      expect(pages.map(({ restarted }) => restarted)).toEqual([
        undefined,
        undefined,
        true,
        undefined,
        undefined,
      ]);
    });

    it('gives up where it expires again', async () => {
      cluster.faults.set({ type: 'expired' });
      expect(await failureOf(pagesOf({ limit: 2 }))).toEqual({
        reason: 'unreachable',
        status: 410,
      });
      expect(cluster.requests.list()).toHaveLength(4);
    });

    it('ends between pages when it is aborted, and asks for no more', async () => {
      const controller = new AbortController();
      const pages = reader.list(prod, ACCOUNTS, {
        limit: 2,
        signal: controller.signal,
      });
      await pages.next();
      controller.abort(new Error('the sweep was stopped'));
      await expect(pages.next()).rejects.toThrow('the sweep was stopped');
      expect(cluster.requests.list()).toHaveLength(1);
    });

    it('ends in the middle of a request when it is aborted', async () => {
      cluster.faults.set({ type: 'dead', how: 'hang' });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('stopped')), 50);
      await expect(pagesOf({ signal: controller.signal })).rejects.toThrow(
        'stopped',
      );
    });
  });

  describe('faults', () => {
    const unreachable = { reason: 'unreachable' } as const;
    it.each<[string, Fault, object]>([
      [
        'refused credentials',
        { type: 'unauthorized' },
        { ...unreachable, status: 401, reach: 'cluster' },
      ],
      [
        'a forbidden kind',
        { type: 'forbidden' },
        { reason: 'forbidden', status: 403 },
      ],
      [
        'an internal error',
        { type: 'internalError' },
        { ...unreachable, status: 500 },
      ],
      [
        'a service that stays away',
        { type: 'unavailable' },
        { ...unreachable, status: 503 },
      ],
      [
        'throttling that does not end',
        { type: 'tooManyRequests', retryAfterSeconds: 3600 },
        { ...unreachable, status: 429 },
      ],
      ['a connection that is reset', { type: 'dead' }, unreachable],
      ['half an answer', { type: 'truncated' }, { reason: 'parseError' }],
      ['a page of HTML', { type: 'garbage' }, { reason: 'parseError' }],
    ])('tells %s by its reason', async (_, fault, failure) => {
      cluster.faults.set({ ...fault, resource: RESOURCE });
      expect(await failureOf(pagesOf())).toEqual(failure);
    });

    it.each<[string, Fault]>([
      ['no answer', { type: 'dead', how: 'hang' }],
      ['an answer too late', { type: 'slow', delayMs: 2_500 }],
      [
        'a connection that breaks in the body',
        { type: 'truncated', contentLength: 'wrong' },
      ],
    ])('does not wait for ever for %s', async (_, fault) => {
      cluster.faults.set({ ...fault, resource: RESOURCE });
      const impatient = new KubernetesProxyClusterReader({
        ...plugin,
        limits: IMPATIENT,
      });
      expect(await failureOf(pagesOf({}, impatient))).toEqual(unreachable);
    });

    it.each(['tooManyRequests', 'unavailable'] as const)(
      'sends a request again after %s, four times in all',
      async type => {
        const fault = cluster.faults.set({ type, times: 3 });
        expect((await pagesOf()).map(namesOf)).toEqual(['a,b,c,d,e']);
        expect(cluster.requests.list()).toHaveLength(4);
        cluster.faults.clear(fault);
        cluster.requests.clear();
        cluster.faults.set({ type, times: 4 });
        await expect(pagesOf()).rejects.toThrow();
        expect(cluster.requests.list()).toHaveLength(4);
      },
    );

    it('waits as long as Retry-After asks', async () => {
      cluster.faults.set({
        type: 'tooManyRequests',
        retryAfterSeconds: 1,
        times: 1,
      });
      const patient = new KubernetesProxyClusterReader(plugin);
      await pagesOf({}, patient);
      const [first, second] = cluster.requests.list();
      expect(second.at - first.at).toBeGreaterThanOrEqual(990);
    });

    it('stops waiting when it is aborted', async () => {
      cluster.faults.set({ type: 'tooManyRequests', retryAfterSeconds: 20 });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('stopped')), 100);
      const patient = new KubernetesProxyClusterReader(plugin);
      await expect(
        pagesOf({ signal: controller.signal }, patient),
      ).rejects.toThrow('stopped');
    });

    it('cuts off a body over the limit', async () => {
      const limited = new KubernetesProxyClusterReader({
        ...plugin,
        limits: { bodyBytes: 100 },
      });
      expect(await failureOf(pagesOf({}, limited))).toEqual({
        reason: 'tooLarge',
      });
      expect((await pagesOf()).map(namesOf)).toEqual(['a,b,c,d,e']);
    });

    it('tells a kind that is not served by its status', async () => {
      const widgets: ResourceType = {
        ...ACCOUNTS,
        group: 'example.org',
        plural: 'widgets',
        kind: 'Widget',
      };
      expect(await failureOf(reader.list(prod, widgets).next())).toEqual({
        reason: 'unreachable',
        status: 404,
      });
    });

    it.each([
      ['gone', { reason: 'unreachable' }],
      ['moved', { reason: 'unreachable', status: 302 }],
      ['wrong', { reason: 'unreachable', status: 401, reach: 'cluster' }],
      ['unknown', { reason: 'unreachable', reach: 'cluster' }],
    ] as const)('cannot read the cluster %s', async (name, failure) => {
      expect(await failureOf(reader.get(described(name), '/version'))).toEqual(
        failure,
      );
      expect(open.requests.list()).toEqual([]);
    });
  });

  it('streams what a path answers', async () => {
    let text = '';
    for await (const chunk of await reader.stream(prod, '/readyz', '*/*'))
      text += Buffer.from(chunk).toString();
    expect(text).toBe('ok');
  });

  it.each(['/api/v1/secrets', '/api/v1/namespaces/shop/%73ecrets/key'])(
    'never reads %s',
    async path => {
      await expect(reader.get(prod, path)).rejects.toThrow(
        'Secrets are never read',
      );
      expect(cluster.requests.list()).toEqual([]);
    },
  );
});

describe('a strategy of an adopter that yields no credential', () => {
  let cluster: DemoCluster;
  let plugin: KubernetesPlugin;
  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'own', shape: 'asWritten' });
    plugin = await startKubernetesPlugin([
      { name: 'own', url: cluster.url, authProvider: 'anonymousStrategy' },
    ]);
  }, 60_000);
  afterAll(() => Promise.all([plugin, cluster].map(it => it.stop())));

  it('is not contacted unless it is named', async () => {
    const reader = new KubernetesProxyClusterReader(plugin);
    const [own] = await reader.listClusters();
    expect(own.scannable).toBe('needsUserCredentials');
    expect(await failureOf(reader.get(own, '/version'))).toEqual({
      reason: 'needsUserCredentials',
      reach: 'cluster',
    });
    expect(cluster.requests.list()).toEqual([]);
  });

  it('is contacted where the adopter vouches for it', async () => {
    const reader = new KubernetesProxyClusterReader({
      ...plugin,
      authProviders: ['anonymousStrategy'],
    });
    const [own] = await reader.listClusters();
    expect(own.scannable).toBe(true);
    expect(await reader.get(own, '/version')).toHaveProperty('gitVersion');
  });
});
