import { PreflightItem } from 'backstage-plugin-security-posture-common';
import { ClusterDescription } from 'backstage-plugin-security-posture-node';
import {
  AccessRule,
  DemoCluster,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import {
  allControls,
  Control,
  ControlNeed,
  findControl,
  READ_PARTS,
} from 'security-posture-engine';
import { customResourceDefinitions } from '../__testUtils__/customResourceDefinitions';
import { DEFAULT_PARTS, deployedRules } from '../__testUtils__/deployedRoles';
import { OBJECTS } from '../__testUtils__/shopManifests';
import { manifests } from '../__testUtils__/startCollectSetUp';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from '../__testUtils__/startKubernetesPlugin';
import { KubernetesProxyClusterReader } from '../KubernetesProxyClusterReader';
import { preflightCluster, PreflightOptions } from './preflightCluster';

/** A control that reads these lists, and no other. */
function aControl(id: string, ...needs: readonly ControlNeed[]): Control {
  return { ...findControl('privileged-container')!, id, needs };
}

const CONTROLS: readonly Control[] = [
  aControl('quotas', 'resourceQuotas'),
  aControl('rights', 'roles', 'clusterRoles'),
  aControl('reports', 'trivyVulnerabilityReports'),
  aControl('constraints', 'gatekeeperConstraints'),
  aControl('tokens', 'tokenSecrets'),
  aControl('flags', 'apiServerFlags', 'kubeSystemConfigMaps'),
  aControl('metrics', 'apiServerMetrics'),
  aControl('probe', 'probes'),
  { ...aControl('audit', 'staticPods'), subject: 'cluster' } as Control,
];

const OF_WORKLOADS = CONTROLS.filter(
  ({ subject }) => subject === 'workload',
).map(({ id }) => id);

describe('preflightCluster', () => {
  let cluster: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;
  let description: ClusterDescription;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'asked',
      shape: 'asWritten',
      flags: { 'anonymous-auth': 'false' },
      objects: [...customResourceDefinitions(), ...manifests(OBJECTS)],
      tokens: [{ token: 'token', rules: 'all' }],
    });
    plugin = await startKubernetesPlugin([
      { name: 'asked', url: cluster.url, serviceAccountToken: 'token' },
    ]);
    reader = new KubernetesProxyClusterReader({
      ...plugin,
      limits: { waitMs: 20 },
    });
    [description] = await reader.listClusters();
  }, 60_000);
  beforeEach(() => {
    cluster.faults.clear();
    cluster.requests.clear();
  });
  afterAll(() => Promise.all([plugin, cluster].map(started => started.stop())));

  const preflight = (options: Partial<PreflightOptions> = {}) =>
    preflightCluster(reader, description, {
      controls: CONTROLS,
      optIn: [],
      signal: new AbortController().signal,
      ...options,
    });
  const named = (items: readonly PreflightItem[], name: string) =>
    items.find(item => item.name === name);

  it('tells of a cluster that grants everything', async () => {
    const { answers, kubernetesVersion, items } = await preflight();
    expect([answers, kubernetesVersion]).toEqual([true, 'v1.35.8']);
    expect(
      items
        .filter(({ state }) => state !== 'readable')
        .map(({ name, state }) => [name, state]),
    ).toEqual([
      ['secrets (type=kubernetes.io/service-account-token)', 'switchedOff'],
      ['probes', 'switchedOff'],
    ]);
  });

  it.each([
    ['deployments', 'deployments.apps', OF_WORKLOADS, 'cluster'],
    ['pods', 'pods', [...OF_WORKLOADS, 'audit'], 'cluster'],
    ['namespaces', 'namespaces', [], 'cluster'],
    ['resourcequotas', 'resourcequotas', ['quotas'], 'cluster'],
    ['roles', 'roles.rbac.authorization.k8s.io', ['rights'], 'cluster'],
    [
      'clusterroles',
      'clusterroles.rbac.authorization.k8s.io',
      ['rights'],
      'cluster',
    ],
    [
      'vulnerabilityreports.aquasecurity.github.io',
      'vulnerabilityreports.aquasecurity.github.io',
      ['reports'],
      'customResources',
    ],
    [
      'k8spspprocmount.constraints.gatekeeper.sh',
      'k8spspprocmount.constraints.gatekeeper.sh',
      ['constraints'],
      'customResources',
    ],
    ['configmaps of kube-system', 'configmaps', ['flags'], 'kubeSystem'],
  ] as const)(
    'says what it costs where %s may not be read',
    async (name, resource, controls, part) => {
      cluster.faults.set({ type: 'forbidden', resource });
      const { items } = await preflight();
      expect(items.filter(({ state }) => state === 'unreadable')).toEqual([
        {
          name,
          state: 'unreadable',
          reason: 'forbidden',
          controls,
          grantedBy: READ_PARTS[part].file,
          rule: expect.objectContaining({
            resources: [resource.split('.')[0]],
          }),
        },
      ]);
    },
  );

  it.each([
    ['/metrics', 'forbidden', 'forbidden'],
    ['/flagz', 'forbidden', 'forbidden'],
    ['/flagz', 'garbage', 'parseError'],
    ['/metrics', 'dead', 'unreachable'],
  ] as const)('says so where %s is %s', async (path, type, reason) => {
    cluster.faults.set({ type, path });
    const { items } = await preflight();
    expect(items.filter(({ state }) => state === 'unreadable')).toEqual([
      expect.objectContaining({ name: path, reason }),
    ]);
  });

  it('asks for one object of each kind and for metadata of Secrets, and changes nothing', async () => {
    await preflight({ optIn: ['secretMetadata'] });
    const requests = cluster.requests.list();
    expect(new Set(requests.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
    const lists = requests.filter(({ query }) => query.limit);
    expect(new Set(lists.map(({ query }) => query.limit))).toEqual(
      new Set(['1']),
    );
    const paths = requests.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(
      requests.find(({ path }) => path.endsWith('/secrets'))?.accept,
    ).toContain('PartialObjectMetadataList');
  });

  it('does not ask for what is switched off', async () => {
    const { items } = await preflight();
    expect(
      named(items, 'secrets (type=kubernetes.io/service-account-token)'),
    ).toMatchObject({
      grantedBy: 'cluster-role-secret-metadata.yaml',
      setting: 'securityPosture.collect.secretMetadata',
      controls: ['tokens'],
    });
    expect(
      cluster.requests.list().some(({ path }) => path.includes('secrets')),
    ).toBe(false);
  });

  it('tells what a cluster does not serve', async () => {
    const controls = [aControl('gone', 'podSecurityPolicies')];
    const { items } = await preflight({ controls });
    expect(named(items, 'podsecuritypolicies')?.state).toBe('notServed');
  });

  it('runs a probe where one is asked for', async () => {
    const probe = jest.fn(async () => []);
    const { items } = await preflight({ probe });
    expect(named(items, 'probes')?.state).toBe('readable');
    expect(probe).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is dead', { type: 'dead' }],
    ['refuses credentials', { type: 'unauthorized' }],
    ['sends a page of HTML', { type: 'garbage' }],
  ] as const)(
    'says of a cluster that %s that it does not answer',
    async (_, fault) => {
      cluster.faults.set(fault);
      expect(await preflight()).toEqual({
        answers: false,
        reason: 'unreachable',
        items: [],
      });
    },
  );

  it('says the same where it takes too long', async () => {
    cluster.faults.set({ type: 'dead', how: 'hang', resource: 'pods' });
    expect(await preflight({ signal: AbortSignal.timeout(1_500) })).toEqual({
      answers: false,
      reason: 'unreachable',
      items: [],
    });
  });

  it('does not contact a cluster that admits users only', async () => {
    const guarded = { ...description, authProvider: 'oidc' };
    const answer = await preflightCluster(reader, guarded, {
      controls: CONTROLS,
      optIn: [],
      signal: new AbortController().signal,
    });
    expect(answer.reason).toBe('needsUserCredentials');
    expect(cluster.requests.list()).toEqual([]);
  });

  /** What all controls need that a cluster with these rights may not show. */
  async function unreadableWith(rules: AccessRule[]) {
    const granted = await startDemoCluster({
      name: 'granted',
      shape: 'asWritten',
      flags: {},
      objects: [...customResourceDefinitions(), ...manifests(OBJECTS)],
      tokens: [{ token: 'token', rules }],
    });
    const own = await startKubernetesPlugin([
      { name: 'granted', url: granted.url, serviceAccountToken: 'token' },
    ]);
    const reading = new KubernetesProxyClusterReader(own);
    const [first] = await reading.listClusters();
    const { items } = await preflightCluster(reading, first, {
      controls: allControls(),
      optIn: [],
      signal: new AbortController().signal,
    });
    await Promise.all([granted.stop(), own.stop()]);
    const needed = items.filter(({ controls }) => controls.length > 0);
    expect(needed.length).toBeGreaterThan(20);
    return needed.filter(({ state }) => state === 'unreadable');
  }

  it('finds the roles in deploy enough for all controls', async () => {
    expect(await unreadableWith(deployedRules(DEFAULT_PARTS))).toEqual([]);
  }, 60_000);

  it('names for what may not be read the rules that are enough', async () => {
    const discovery = {
      nonResourceURLs: ['/api', '/apis', '/version'],
      verbs: ['get'],
    };
    const refused = await unreadableWith([discovery]);
    expect(refused.length).toBeGreaterThan(20);
    const rules = refused.flatMap(({ rule }) => {
      if (!rule) return [];
      const { namespace, ...rest } = rule;
      return { ...rest, ...(namespace ? { namespaces: [namespace] } : {}) };
    });
    expect(await unreadableWith([discovery, ...rules])).toEqual([]);
  }, 60_000);
});
