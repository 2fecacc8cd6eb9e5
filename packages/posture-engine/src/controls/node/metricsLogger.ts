import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { defineClusterControl, fail, notEvaluated, pass } from '../../kit';
import { attestedExample } from '../../kit/attestedExamples';
import { hasCondition } from '../../read/hasCondition';
import { podsOfWorkload } from '../../relate/podsOfWorkload';
import { runningAgents } from '../../relate/runningAgents';

const ID = 'metrics-logger';
const NEEDS = ['workloads', 'livePods', 'apiServices'] as const;
const METRICS_API = 'v1beta1.metrics.k8s.io';

type Context = ControlContext<(typeof NEEDS)[number]>;

const NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring }';

const apiService = (available: string) => `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: ${METRICS_API} }
status: { conditions: [{ type: Available, status: "${available}" }] }`;

const PROMETHEUS = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: monitoring }
spec:
  template:
    metadata: { labels: { app: prometheus } }
    spec: { containers: [{ name: prometheus, image: "quay.io/prometheus/prometheus:v3.7.3" }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: prometheus-0
  namespace: monitoring
  ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: prometheus, controller: true }]
spec: { nodeName: worker-1, containers: [{ name: prometheus }] }
status: { conditions: [{ type: Ready, status: "True" }] }`;

export const metricsLogger = defineClusterControl({
  id: ID,
  title: 'Metrics of the cluster are collected',
  failureTitle: 'Nothing collects the metrics of the cluster',
  why: 'A miner of coins or a flood of requests shows first in metrics, and only to somebody who keeps them.',
  fix: 'Run a pipeline that keeps metrics: Prometheus, VictoriaMetrics, the OpenTelemetry Collector or the agent of your platform. Repair a metrics API that is registered and does not answer: `kubectl describe apiservice v1beta1.metrics.k8s.io`.',
  severity: 'low',
  category: 'node',
  scope: 'cluster',
  frameworks: { nsa: ['L1'], 'owasp-k8s': ['K10'] },
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-usage-monitoring/',
  ],
  needs: NEEDS,
  reads:
    'The workloads of all namespaces by the table of known collectors of metrics, and whether a pod of one is ready; else the APIService `v1beta1.metrics.k8s.io`: Metrics Server alone passes with a note, as it keeps nothing. An API that is registered and not available, or a collector without a ready pod, fails. Where nothing is known, only a person can answer.',
  notes:
    'A collector that runs is evidence that metrics are collected, not that somebody looks at them. Collectors outside the cluster do not show: attest them.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      PROMETHEUS,
      apiService('True'),
      attestedExample(ID, 'pass', NAMESPACE),
    ],
    fail: [apiService('False')],
    notEvaluated: [NAMESPACE],
  },
  evaluate(_, context): Judgement {
    const { inventory, tables } = context;
    const collectors = runningAgents(
      'metrics',
      inventory.workloads,
      tables.agents,
    );
    const running = collectors.find(({ workload }) =>
      podsOfWorkload(workload.subject, inventory.livePods).some(
        ({ ready }) => ready,
      ),
    );
    if (running) return pass(`${running.agent.name} runs`);
    return judgeMetricsApi(collectors[0]?.agent.name, context);
  },
});

function judgeMetricsApi(
  collector: string | undefined,
  { inventory }: Context,
): Judgement {
  const api = inventory.apiServices.find(
    ({ metadata }) => metadata.name === METRICS_API,
  );
  if (api && api.status === undefined)
    return notEvaluated('partial', 'manifests do not say what is available');
  if (api && hasCondition(api, 'Available'))
    return pass('only the metrics API, which shows what is and keeps nothing');
  if (!api && !collector)
    return notEvaluated(
      'manual',
      'no collector of metrics that is known was found',
    );
  return fail([
    {
      path: api ? `APIService ${METRICS_API} status.conditions` : '',
      field: api ? `APIService ${METRICS_API}` : 'collector',
      message: api
        ? 'the metrics API is registered, and not available'
        : `${collector} has no pod that is ready`,
      expected: 'a pipeline that keeps metrics',
    },
  ]);
}
