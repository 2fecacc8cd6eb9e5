import { DemoCluster, startDemoCluster } from 'security-posture-demo-cluster';
import {
  allControls,
  EVIDENCE_LISTS,
  needsOf,
  OptInPart,
  ReadPartName,
} from 'security-posture-engine';
import { customResourceDefinitions } from './__testUtils__/customResourceDefinitions';
import { DEFAULT_PARTS, deployedRules } from './__testUtils__/deployedRoles';
import { BARE_JOB, OBJECTS } from './__testUtils__/shopManifests';
import { manifests } from './__testUtils__/startCollectSetUp';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';
import { collectCluster } from './collectCluster';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

const NEEDS = [...new Set(allControls().flatMap(needsOf))];
const OPT_IN: readonly OptInPart[] = [
  'configMaps',
  'secretMetadata',
  'kubescapeReports',
];
const MANIFEST = `
apiVersion: spdx.softwarecomposition.kubescape.io/v1beta1
kind: VulnerabilityManifest
metadata: { name: web, namespace: kubescape }
spec: {}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: kubelet-config, namespace: kube-system }
`;

/** Parts by the name of a cluster whose scanner holds them. */
const HELD: Readonly<Record<string, readonly ReadPartName[]>> = {
  default: DEFAULT_PARTS,
  all: [...DEFAULT_PARTS, ...OPT_IN],
  small: ['cluster'],
};

describe('the roles in deploy', () => {
  let demos: DemoCluster[];
  let plugin: KubernetesPlugin;

  beforeAll(async () => {
    demos = await Promise.all(
      Object.entries(HELD).map(([name, parts]) => startDemo(name, parts)),
    );
    plugin = await startKubernetesPlugin(
      demos.map(({ name, url }) => ({
        name,
        url,
        serviceAccountToken: 'token',
      })),
    );
  }, 60_000);
  afterAll(() =>
    Promise.all([plugin, ...demos].map(started => started.stop())),
  );

  const sweep = async (name: string, optIn: readonly OptInPart[]) => {
    const reader = new KubernetesProxyClusterReader(plugin);
    const clusters = await reader.listClusters();
    const collected = await collectCluster(
      reader,
      clusters.find(cluster => cluster.name === name)!,
      { needs: NEEDS, optIn, signal: new AbortController().signal },
    );
    return {
      ...collected,
      forbidden: collected.lists
        .filter(({ reason }) => reason)
        .map(({ resource, reason }) => `${resource} ${reason}`),
    };
  };

  it.each([
    ['default', []],
    ['all', OPT_IN],
  ] as const)(
    'grant all that a sweep reads, %s',
    async (name, optIn) => {
      const { lists, forbidden } = await sweep(name, optIn);
      expect(lists.length).toBeGreaterThan(30);
      expect(forbidden).toEqual([]);
    },
    30_000,
  );

  it('grant what evidence is read of', async () => {
    const { inventory } = await sweep('default', []);
    const needed = EVIDENCE_LISTS.filter(
      name => NEEDS.includes(name) && !['imports', 'probes'].includes(name),
    );
    expect(needed.filter(name => !inventory.evidence[name].read)).toEqual([]);
  }, 30_000);

  it('grant what is opted into by files of their own', async () => {
    const { forbidden } = await sweep('default', ['configMaps']);
    expect(forbidden).toEqual(['configmaps forbidden']);
  }, 30_000);

  it('leave unread, each by itself, what is not granted', async () => {
    const { forbidden, workloads } = await sweep('small', []);
    expect(forbidden).toContain(
      'vulnerabilityreports.aquasecurity.github.io forbidden',
    );
    expect(forbidden).not.toContain('namespaces forbidden');
    expect(workloads.length).toBeGreaterThan(3);
  }, 30_000);
});

function startDemo(
  name: string,
  parts: readonly ReadPartName[],
): Promise<DemoCluster> {
  return startDemoCluster({
    name,
    shape: 'asWritten',
    flags: { 'anonymous-auth': 'false' },
    objects: [
      ...customResourceDefinitions(),
      ...manifests(`${OBJECTS}---${BARE_JOB}---${MANIFEST}`),
    ],
    tokens: [{ token: 'token', rules: deployedRules(parts) }],
  });
}
