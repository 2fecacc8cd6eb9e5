import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  AccessRule,
  DemoCluster,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { allControls } from 'security-posture-engine';
import { parse } from 'yaml';
import { BARE_JOB, OBJECTS } from './__testUtils__/shopManifests';
import { manifests } from './__testUtils__/startCollectSetUp';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';
import { collectCluster } from './collectCluster';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

const DEPLOY = resolve(__dirname, '../../../../deploy');
const needs = [...new Set(allControls().flatMap(control => control.needs))];

/** The rules over kinds of a ClusterRole that adopters apply. */
function rulesOf(file: string): AccessRule[] {
  const role: { rules: AccessRule[] } = parse(
    readFileSync(resolve(DEPLOY, file), 'utf8'),
  );
  return role.rules.filter(({ resources }) => resources);
}

describe('the ClusterRoles in deploy', () => {
  const small = rulesOf('cluster-role.yaml');
  const both = [...small, ...rulesOf('cluster-role-configmaps.yaml')];
  let demos: DemoCluster[];
  let plugin: KubernetesPlugin;

  beforeAll(async () => {
    demos = await Promise.all([
      startDemo('small', small),
      startDemo('both', both),
    ]);
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

  it.each([
    ['small', 'needs no more than', [], []],
    ['both', 'needs no more than', ['configMaps' as const], []],
    ['small', 'lacks', ['configMaps' as const], ['configmaps']],
  ])('a sweep with %s %s them', async (name, _, optIn, forbidden) => {
    const reader = new KubernetesProxyClusterReader(plugin);
    const clusters = await reader.listClusters();
    const { lists } = await collectCluster(
      reader,
      clusters.find(cluster => cluster.name === name)!,
      { needs, optIn, signal: new AbortController().signal },
    );
    expect(lists.length).toBeGreaterThan(20);
    expect(lists.filter(({ reason }) => reason)).toEqual(
      forbidden.map(resource => ({ resource, reason: 'forbidden' })),
    );
  });
});

function startDemo(name: string, rules: AccessRule[]): Promise<DemoCluster> {
  return startDemoCluster({
    name,
    shape: 'asWritten',
    objects: manifests(`${OBJECTS}---${BARE_JOB}`),
    tokens: [{ token: 'token', rules }],
  });
}
