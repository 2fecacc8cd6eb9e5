import { DemoCluster, startDemoCluster } from 'security-posture-demo-cluster';
import { failureOf } from './__testUtils__/failureOf';
import {
  KubernetesPlugin,
  OWN_TOKEN,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';
import {
  ACCOUNTS,
  described,
  ReaderSetUp,
  startReaderSetUp,
} from './__testUtils__/startReaderSetUp';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

describe('KubernetesProxyClusterReader and tokens', () => {
  const prod = described('prod');
  let setUp: ReaderSetUp;
  let cluster: DemoCluster;
  let open: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;

  beforeAll(async () => {
    setUp = await startReaderSetUp();
    ({ cluster, open, plugin, reader } = setUp);
  }, 60_000);
  afterEach(() => setUp.reset());
  afterAll(() => setUp.stop());

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
