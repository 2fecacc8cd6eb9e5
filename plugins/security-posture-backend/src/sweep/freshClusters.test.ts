import {
  allControls,
  clusterRef,
  createEvaluator,
  DEFAULT_SETTINGS,
  Finding,
  Gap,
  GapCollector,
  needsOf,
  subjectsBesideWorkloads,
  unreadInputs,
} from 'security-posture-engine';
import {
  DemoCluster,
  freshClusterNames,
  startDemoCluster,
  writtenCluster,
} from 'security-posture-demo-cluster';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from '../collect/__testUtils__/startKubernetesPlugin';
import { collectCluster, KubernetesProxyClusterReader } from '../collect';
import { FRESH_FAILS, FRESH_UNSEEN } from './__testUtils__/freshPostures';

const TOKEN = 'cluster-token';
/** Verdicts on versions grow old with the tables of the library, and have tests by frozen tables. */
const CONTROLS = allControls().filter(({ category }) => category !== 'version');

describe('a cluster as it is created', () => {
  let plugin: KubernetesPlugin;
  let clusters: readonly DemoCluster[];
  const findings = new Map<string, readonly Finding[]>();
  const gaps = new Map<string, readonly Gap[]>();

  beforeAll(async () => {
    clusters = await Promise.all(
      freshClusterNames.map(name =>
        startDemoCluster({
          ...writtenCluster(name),
          tokens: [{ token: TOKEN, rules: 'all' }],
        }),
      ),
    );
    plugin = await startKubernetesPlugin(
      clusters.map(({ name, url }) => ({
        name,
        url,
        serviceAccountToken: TOKEN,
      })),
    );
    const reader = new KubernetesProxyClusterReader(plugin);
    for (const cluster of await reader.listClusters()) {
      const { inventory, workloads } = await collectCluster(reader, cluster, {
        needs: [...new Set(CONTROLS.flatMap(needsOf))],
        optIn: ['configMaps', 'secretMetadata'],
        readImports: async () => [],
        signal: new AbortController().signal,
      });
      const evaluator = createEvaluator(CONTROLS, inventory, {
        now: Date.UTC(2026, 10, 21),
        settings: DEFAULT_SETTINGS,
      });
      const collector = new GapCollector(unreadInputs(CONTROLS, inventory));
      const subject = clusterRef(cluster.name);
      findings.set(
        cluster.name,
        [...workloads, ...subjectsBesideWorkloads(inventory, subject)]
          .flatMap(judged => evaluator.evaluate(judged))
          .filter(finding => collector.collect([finding]).size === 0),
      );
      gaps.set(cluster.name, collector.gaps);
    }
  }, 120_000);
  afterAll(() =>
    Promise.all([plugin, ...clusters].map(started => started.stop())),
  );

  const subjectOf = ({ subject }: Finding) => subject.name;

  it.each(freshClusterNames)(
    '%s: fails only what a platform engineer would have to mend',
    name => {
      const fails: Record<string, string[]> = {};
      for (const finding of findings.get(name)!)
        if (finding.outcome === 'fail' && finding.subject.type !== 'workload')
          (fails[`${finding.severity} ${finding.control}`] ??= []).push(
            subjectOf(finding),
          );
      for (const names of Object.values(fails)) names.sort();
      expect(fails).toEqual(FRESH_FAILS[name]);
    },
  );

  it.each(freshClusterNames)('%s: says what cannot be seen', name => {
    const unseen: Record<string, Set<string>> = {};
    const note = (reason: string, control: string) =>
      (unseen[reason] ??= new Set()).add(control);
    for (const { outcome, reason, control, subject } of findings.get(name)!)
      if (outcome === 'notEvaluated' && subject.type !== 'workload')
        note(reason!, control);
    for (const { reason, control } of gaps.get(name)!) note(reason, control);
    expect(
      Object.fromEntries(
        Object.entries(unseen).map(([reason, controls]) => [
          reason,
          [...controls].sort(),
        ]),
      ),
    ).toEqual(FRESH_UNSEEN[name]);
  });
});
