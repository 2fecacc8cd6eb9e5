import { testControl } from '../../testing';
import { unusedComponents } from './unusedComponents';

const OLD = '2026-01-01T00:00:00Z';
const NEW = '2026-11-01T00:00:00Z';
const deployment = (
  name: string,
  rest: string,
  { namespace = 'shop', created = OLD, labels = '', image = 'nginx:1' } = {},
) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  ${created ? `creationTimestamp: "${created}"` : ''}
  labels: {${labels}}
spec:
  ${rest}
  template: { spec: { containers: [{ name: c, image: "${image}" }] } }`;
const service = (name: string, spec: string, created = OLD) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop, creationTimestamp: "${created}" }
spec: { ${spec} }`;
const slice = (name: string, endpoints: string) =>
  `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}-x, namespace: shop, labels: { kubernetes.io/service-name: ${name} } }
endpoints: ${endpoints}`;
const ingress = (backend: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: door, namespace: shop }
spec:
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${backend}, port: { number: 80 } } } }] } }]`;
const autoscaler = (kind: string, name: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: h, namespace: shop }
spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: ${name} } }`;
const cluster = (...given: string[]) => ({
  given: given.join('\n---\n'),
  fromCluster: true,
});

testControl(unusedComponents, [
  {
    name: 'all in use',
    ...cluster(
      deployment('web', 'replicas: 2'),
      service('web', 'selector: { app: web }'),
      slice('web', '[{ addresses: [10.0.0.1] }]'),
      ingress('web'),
      autoscaler('Deployment', 'web'),
    ),
    outcome: 'pass',
  },
  {
    name: 'replicas that are not set are one',
    ...cluster(deployment('web', 'paused: false')),
    outcome: 'pass',
  },
  {
    name: 'no replicas for long',
    ...cluster(deployment('web', 'replicas: 0')),
    outcome: 'fail',
    severity: 'info',
    at: ['Deployment shop/web'],
    message: 'Deployment shop/web has no replicas',
  },
  {
    name: 'no replicas, and new',
    ...cluster(deployment('web', 'replicas: 0', { created: NEW })),
    outcome: 'pass',
  },
  {
    name: 'no replicas, of an age unknown',
    ...cluster(deployment('web', 'replicas: 0', { created: '' })),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'no replicas, because an autoscaler says so',
    ...cluster(
      deployment('web', 'replicas: 0'),
      autoscaler('Deployment', 'web'),
    ),
    outcome: 'pass',
  },
  {
    name: 'no replicas in a namespace of the cluster',
    ...cluster(deployment('web', 'replicas: 0', { namespace: 'kube-system' })),
    outcome: 'pass',
  },
  {
    name: 'no replicas, kept by an addon manager',
    ...cluster(
      deployment('web', 'replicas: 0', {
        labels: ' addonmanager.kubernetes.io/mode: Reconcile ',
      }),
    ),
    outcome: 'pass',
  },
  {
    name: 'a Service without endpoints',
    ...cluster(service('web', 'selector: { app: web }'), slice('web', '[]')),
    outcome: 'fail',
    severity: 'info',
    at: ['Service shop/web'],
    message: 'Service shop/web has no endpoints',
  },
  {
    name: 'a Service with null endpoints',
    ...cluster(service('web', 'selector: { app: web }'), slice('web', 'null')),
    outcome: 'fail',
  },
  {
    name: 'Services that select no pods',
    ...cluster(
      service('a', 'clusterIP: None'),
      service('b', 'type: ExternalName, externalName: example.com'),
    ),
    outcome: 'pass',
  },
  {
    name: 'a new Service without endpoints',
    ...cluster(service('web', 'selector: { app: web }', NEW)),
    outcome: 'pass',
  },
  {
    name: 'an Ingress to nothing, however new',
    ...cluster(ingress('gone')),
    outcome: 'fail',
    severity: 'low',
    at: ['Ingress shop/door'],
    message: 'Ingress shop/door sends to a Service that is not there',
  },
  {
    name: 'an autoscaler of nothing',
    ...cluster(autoscaler('StatefulSet', 'gone')),
    outcome: 'fail',
    severity: 'low',
    at: ['HorizontalPodAutoscaler shop/h'],
  },
  {
    name: 'an autoscaler of a kind that is not read',
    ...cluster(autoscaler('Rollout', 'web')),
    outcome: 'pass',
  },
  ...[
    'gcr.io/kubernetes-helm/tiller:v2.9.1',
    'mirror.example.com/helm/tiller:v2.17.0',
  ].map(image => ({
    name: `Tiller: ${image}`,
    ...cluster(
      deployment('tiller', 'replicas: 1', { namespace: 'kube-system', image }),
    ),
    outcome: 'fail' as const,
    severity: 'critical' as const,
    at: ['Deployment kube-system/tiller'],
  })),
  {
    name: 'the Kubernetes Dashboard',
    ...cluster(
      deployment('board', 'replicas: 1', {
        image: 'kubernetesui/dashboard:v2.7.0',
      }),
    ),
    outcome: 'fail',
    severity: 'info',
    message: 'Deployment shop/board is the Kubernetes Dashboard',
  },
  {
    name: 'the gravest decides',
    ...cluster(deployment('web', 'replicas: 0'), ingress('gone')),
    outcome: 'fail',
    severity: 'low',
    at: ['Deployment shop/web', 'Ingress shop/door'],
  },
  {
    name: 'a long list is cut',
    ...cluster(
      ...Array.from({ length: 23 }, (_, index) =>
        deployment(`web-${index}`, 'replicas: 0'),
      ),
    ),
    outcome: 'fail',
    at: [
      ...Array.from(
        { length: 23 },
        (_, index) => `Deployment shop/web-${index}`,
      )
        .sort()
        .slice(0, 20),
      '',
    ],
  },
  {
    name: 'a workload that cannot be read hides no other',
    ...cluster(
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: broken, namespace: shop }
spec: { template: { spec: { containers: web } } }`,
      deployment('tiller', 'replicas: 1', { image: 'helm/tiller:v2' }),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'endpoints that cannot be read',
    ...cluster(service('web', 'selector: { app: web }')),
    unread: { endpointSlices: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'what cannot be read hides no Tiller',
    ...cluster(
      ingress('7'),
      deployment('tiller', 'replicas: 1', { image: 'helm/tiller:v2' }),
    ),
    unread: { endpointSlices: 'forbidden' },
    outcome: 'fail',
    severity: 'critical',
    at: ['Deployment shop/tiller'],
  },
  {
    name: 'the wrong type',
    ...cluster(ingress('7')),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
