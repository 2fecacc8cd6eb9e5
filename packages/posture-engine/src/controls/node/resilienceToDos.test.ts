import { testControl } from '../../testing';
import { resilienceToDos } from './resilienceToDos';

const PROBES =
  'readinessProbe: { httpGet: { port: 80 } }, livenessProbe: { httpGet: { port: 80 } }';
const CONTAINER = `{ name: web, ${PROBES} }`;
const AT = 'spec.template.spec.containers[0]';
const workload = (
  spec: string,
  { kind = 'Deployment', containers = CONTAINER } = {},
) => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  ${spec}
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [${containers}] }`;
const budget = (selector: string, namespace = 'shop') => `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: ${namespace} }
spec: { maxUnavailable: 1, selector: ${selector} }`;
const BUDGET = budget('{ matchLabels: { app: web } }');
const autoscaler = (spec: string, name = 'web') => `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }, maxReplicas: 9${spec} }`;

testControl(resilienceToDos, [
  {
    name: 'two replicas, probes and a budget',
    given: `${workload('replicas: 2')}${BUDGET}`,
    outcome: 'pass',
  },
  {
    name: 'nothing of it',
    given: workload('replicas: 1', { containers: '{ name: web }' }),
    outcome: 'fail',
    severity: 'info',
    at: [
      `${AT}.readinessProbe`,
      `${AT}.livenessProbe`,
      'spec.replicas',
      'spec.template.metadata.labels',
    ],
    message: 'container "web" has no readinessProbe',
  },
  {
    name: 'unset replicas are one',
    given: `${workload('replicas: null')}${BUDGET}`,
    outcome: 'fail',
    at: ['spec.replicas'],
  },
  {
    name: 'an autoscaler with a floor of two',
    given: `${workload('replicas: 1')}${BUDGET}${autoscaler(
      ', minReplicas: 2',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'an autoscaler without a floor',
    given: `${workload('replicas: 3')}${BUDGET}${autoscaler('')}`,
    outcome: 'fail',
    at: ['spec.replicas'],
  },
  {
    name: 'an autoscaler of another workload',
    given: `${workload('replicas: 1')}${BUDGET}${autoscaler(
      ', minReplicas: 2',
      'other',
    )}`,
    outcome: 'fail',
  },
  {
    name: 'scaled to nothing',
    given: workload('replicas: 0'),
    outcome: 'pass',
  },
  ...[
    '{}',
    '{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }',
    '{ matchLabels: { tier: front, app: web } }',
  ].map(selector => ({
    name: `a budget that selects the pods: ${selector}`,
    given: `${workload('replicas: 2')}${budget(selector)}`,
    outcome: 'pass' as const,
  })),
  ...[
    'null',
    '{ matchLabels: { app: other } }',
    '{ matchLabels: { app: web, tier: back } }',
    '{ matchExpressions: 7 }',
  ].map(selector => ({
    name: `a budget that does not: ${selector}`,
    given: `${workload('replicas: 2')}${budget(selector)}`,
    outcome: 'fail' as const,
    at: ['spec.template.metadata.labels'],
  })),
  {
    name: 'a budget of another namespace',
    given: `${workload('replicas: 2')}${budget('{}', 'other')}`,
    outcome: 'fail',
  },
  {
    name: 'a DaemonSet is asked for probes only',
    given: workload('selector: {}', { kind: 'DaemonSet' }),
    outcome: 'pass',
  },
  {
    name: 'a sidecar is asked for probes, an init container is not',
    given: `
initContainers:
  - { name: setup }
  - { name: proxy, restartPolicy: Always, readinessProbe: { exec: { command: [a] } } }
containers: [${CONTAINER}]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[1].livenessProbe',
      'spec.replicas',
      'spec.template.metadata.labels',
    ],
  },
  {
    name: 'a Job ends by itself',
    given: workload('parallelism: 1', { kind: 'Job' }).replace(
      'apps/v1',
      'batch/v1',
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'the wrong type',
    given: `${workload('replicas: "2"')}${BUDGET}`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.replicas'],
  },
  {
    name: 'budgets that were not read',
    given: workload('replicas: 2'),
    unread: { podDisruptionBudgets: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
