import { DemoCluster } from 'security-posture-demo-cluster';
import { failureOf } from './__testUtils__/failureOf';
import {
  KubernetesPlugin,
  servicesFor,
} from './__testUtils__/startKubernetesPlugin';
import {
  ACCOUNTS,
  described,
  namesOf,
  pagesOf,
  ReaderSetUp,
  startReaderSetUp,
} from './__testUtils__/startReaderSetUp';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

describe('KubernetesProxyClusterReader', () => {
  const prod = described('prod');
  let setUp: ReaderSetUp;
  let cluster: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;

  beforeAll(async () => {
    setUp = await startReaderSetUp();
    ({ cluster, plugin, reader } = setUp);
  }, 60_000);
  afterEach(() => setUp.reset());
  afterAll(() => setUp.stop());

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

  describe('lists', () => {
    it('reads pages by continue, and fills in apiVersion and kind', async () => {
      const pages = await pagesOf(reader, { limit: 2 });
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
      await pagesOf(reader);
      const [request] = cluster.requests.list();
      expect(request.query.limit).toBe('500');
      expect(request.method).toBe('GET');
    });

    it('reads metadata only where that is asked for', async () => {
      const [page] = await pagesOf(reader, { metadataOnly: true });
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
      const pages = await pagesOf(reader, { limit: 2 });
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
      expect(await failureOf(pagesOf(reader, { limit: 2 }))).toEqual({
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
      await expect(
        pagesOf(reader, { signal: controller.signal }),
      ).rejects.toThrow('stopped');
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
