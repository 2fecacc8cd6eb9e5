import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ClusterDescription,
  ClusterReader,
} from 'backstage-plugin-security-posture-node';
import {
  allControls,
  clusterRef,
  ControlNeed,
  createEvaluator,
  DEFAULT_SETTINGS,
  needsOf,
  subjectsBesideWorkloads,
} from 'security-posture-engine';
import {
  CollectedCluster,
  collectCluster,
  KubernetesProxyClusterReader,
} from '../../plugins/security-posture-backend/src/collect';
import { median, rounded } from './statistics';

const ROUNDS = 7;

/** Figures of judging all workloads by all controls, against parsing the JSON that they came in; and of judging everything else. */
export async function benchEngine({
  auth,
  discovery,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  const proxy = new KubernetesProxyClusterReader({ auth, discovery });
  const clusters = await proxy.listClusters();
  const pages: string[] = [];
  await collectAll(keepingPages(proxy, pages), clusters);
  const parse: number[] = [];
  const evaluate: number[] = [];
  const evaluateCluster: number[] = [];
  let workloads = 0;
  let findings = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Fresh objects each round, for what is read of a workload is remembered on it.
    const collected = await collectAll(proxy, clusters);
    workloads = collected.reduce(
      (sum, cluster) => sum + cluster.workloads.length,
      0,
    );
    globalThis.gc?.();
    parse.push(timeOf(() => pages.forEach(page => JSON.parse(page))));
    globalThis.gc?.();
    const judged = collected.map(prepare);
    evaluate.push(
      timeOf(() => {
        findings = judged.reduce((sum, one) => sum + judgeWorkloads(one), 0);
      }),
    );
    evaluateCluster.push(timeOf(() => judged.forEach(judgeOthers)));
  }
  return {
    workloads,
    findings,
    parseMs: Math.round(median(parse)),
    evaluateMs: Math.round(median(evaluate)),
    evaluateClusterMs: Math.round(median(evaluateCluster)),
    evaluateOverParse: rounded(median(evaluate) / median(parse), 2),
  };
}

/** A cluster with what judges its subjects. */
function prepare({ inventory, workloads }: CollectedCluster) {
  const evaluator = createEvaluator(allControls(), inventory, {
    now: Date.now(),
    settings: DEFAULT_SETTINGS,
  });
  return { inventory, workloads, evaluator };
}

function judgeWorkloads({
  workloads,
  evaluator,
}: ReturnType<typeof prepare>): number {
  return workloads.reduce(
    (sum, workload) => sum + evaluator.evaluate(workload).length,
    0,
  );
}

/** Namespaces, service accounts, bindings, nodes, images and the cluster itself. */
function judgeOthers({
  inventory,
  evaluator,
}: ReturnType<typeof prepare>): void {
  const others = subjectsBesideWorkloads(inventory, clusterRef('bench'));
  for (const judged of others) evaluator.evaluate(judged);
}

async function collectAll(
  reader: ClusterReader,
  clusters: readonly ClusterDescription[],
) {
  const needs: readonly ControlNeed[] = [
    ...new Set(allControls().flatMap(needsOf)),
  ];
  const collected: CollectedCluster[] = [];
  for (const cluster of clusters) {
    collected.push(
      await collectCluster(reader, cluster, {
        needs,
        optIn: ['configMaps'],
        signal: new AbortController().signal,
      }),
    );
  }
  return collected;
}

/** A reader that keeps the pages of every list as JSON text. */
function keepingPages(reader: ClusterReader, pages: string[]): ClusterReader {
  return {
    listClusters: signal => reader.listClusters(signal),
    get: (cluster, path, options) => reader.get(cluster, path, options),
    stream: (cluster, path, accept, options) =>
      reader.stream(cluster, path, accept, options),
    async *list(cluster, resource, options) {
      for await (const page of reader.list(cluster, resource, options)) {
        pages.push(JSON.stringify(page.items));
        yield page;
      }
    },
  };
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
