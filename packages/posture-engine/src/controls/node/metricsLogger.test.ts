import { testControl } from '../../testing';
import { metricsLogger } from './metricsLogger';

const LIVE = { fromCluster: true };
const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const api = (available: string, name = 'v1beta1.metrics.k8s.io') => `
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: ${name} }
status: { conditions: [{ type: Available, status: "${available}" }] }`;
const collector = (
  image: string,
  { ready = 'True', kind = 'Deployment' } = {},
) => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: collector, namespace: monitoring }
spec: { template: { spec: { containers: [{ name: main, image: "${image}" }] } } }
---
apiVersion: v1
kind: Pod
metadata:
  name: collector-1
  namespace: monitoring
  ownerReferences: [{ apiVersion: apps/v1, kind: ${kind}, name: collector, controller: true }]
spec: { nodeName: a, containers: [{ name: main }] }
status: { conditions: [{ type: Ready, status: "${ready}" }] }`;
const PROMETHEUS = 'quay.io/prometheus/prometheus:v3.7.3';

testControl(metricsLogger, [
  ...[
    PROMETHEUS,
    'docker.io/victoriametrics/vmagent:v1.130.0',
    'otel/opentelemetry-collector-k8s:0.140.0',
    'gcr.io/datadoghq/agent:7.72.0',
  ].map(image => ({
    name: image,
    given: collector(image),
    ...LIVE,
    outcome: 'pass' as const,
    note: / runs$/,
  })),
  {
    name: 'a DaemonSet',
    given: collector('docker.io/grafana/alloy:v1.11.0', { kind: 'DaemonSet' }),
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'Metrics Server alone',
    given: `${collector(
      'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
    )}${api('True')}`,
    ...LIVE,
    outcome: 'pass',
    note: 'only the metrics API, which shows what is and keeps nothing',
  },
  {
    name: 'a collector that is not ready, beside a metrics API that answers',
    given: `${collector(PROMETHEUS, { ready: 'False' })}${api('True')}`,
    ...LIVE,
    outcome: 'pass',
    note: /^only the metrics API/,
  },
  {
    name: 'a collector that is not ready',
    given: collector(PROMETHEUS, { ready: 'False' }),
    ...LIVE,
    outcome: 'fail',
    severity: 'low',
    message: 'Prometheus has no pod that is ready',
  },
  {
    name: 'a metrics API that does not answer',
    given: `${NAMESPACE}${api('False')}`,
    ...LIVE,
    outcome: 'fail',
    at: ['APIService v1beta1.metrics.k8s.io status.conditions'],
  },
  {
    name: 'an API of another kind',
    given: `${NAMESPACE}${api('True', 'v1beta1.custom.metrics.k8s.io')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'nothing',
    given: NAMESPACE,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'APIs that were not read',
    given: NAMESPACE,
    ...LIVE,
    unread: { apiServices: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
