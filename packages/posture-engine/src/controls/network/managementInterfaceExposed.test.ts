import { ControlCase, testControl } from '../../testing';
import { managementInterfaceExposed } from './managementInterfaceExposed';

const pod = (image: string, rest = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: console, namespace: ops }
spec:
  template:
    metadata: { labels: { app: console } }
    spec: { containers: [{ name: console, image: "${image}"${rest} }] }
---
`;
const service = (type: string) => `apiVersion: v1
kind: Service
metadata: { name: console, namespace: ops }
spec: { selector: { app: console }, type: ${type} }
---
`;
const ingress = (annotations = '{}') => `${service('ClusterIP')}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: console, namespace: ops, annotations: ${annotations} }
spec: { defaultBackend: { service: { name: console } } }
`;
const ROUTE = `${service('ClusterIP')}
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: ops }
spec: { listeners: [{ name: web, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: console, namespace: ops }
spec: { parentRefs: [{ name: front }], rules: [{ backendRefs: [{ name: console }] }] }
`;

const DASHBOARD = pod(
  'registry.example.com/mirror/kubernetesui/dashboard:v2.7.0',
);
const GRAFANA = pod('grafana/grafana:12.0.0');
const LOGIN =
  '{ nginx.ingress.kubernetes.io/auth-url: "https://login.example.com" }';

const rows: readonly ControlCase[] = [
  {
    name: 'the dashboard on a port of every node',
    given: DASHBOARD + service('NodePort'),
    outcome: 'fail',
    message:
      'Service "console" opens Kubernetes Dashboard, which asks for no login',
  },
  {
    name: 'the dashboard behind a load balancer',
    given: DASHBOARD + service('LoadBalancer'),
    outcome: 'fail',
  },
  {
    name: 'the dashboard behind an Ingress',
    given: DASHBOARD + ingress(),
    outcome: 'fail',
    at: ['Ingress console'],
  },
  {
    name: 'the dashboard behind a Gateway',
    given: DASHBOARD + ROUTE,
    outcome: 'fail',
    at: ['HTTPRoute console'],
  },
  {
    name: 'the dashboard behind an Ingress that asks for a login',
    given: DASHBOARD + ingress(LOGIN),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a console with a proxy that asks for a login',
    given:
      pod(
        'prom/prometheus:v3.0.1',
        ' }, { name: proxy, image: "quay.io/oauth2-proxy/oauth2-proxy:v7.6.0"',
      ) + ingress(),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a console with a login of its own',
    given: GRAFANA + ingress(),
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'Grafana is open, with a login',
  },
  {
    name: 'a console with a login of its own that a person has looked at',
    given: GRAFANA + ingress(),
    attestations: [
      {
        control: 'management-interface-exposed',
        outcome: 'pass',
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
    outcome: 'pass',
    note: /attested by user:default\/vera/,
  },
  {
    name: 'a console within the cluster',
    given: DASHBOARD + service('ClusterIP'),
    outcome: 'pass',
  },
  {
    name: 'a workload that only bears the name of a console',
    given:
      pod('registry.example.com/shop/prometheus-shop:1.0') +
      service('NodePort'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'another program of the image that holds Argo CD',
    given:
      pod(
        'quay.io/argoproj/argocd:v3.0.0',
        ', args: [/usr/local/bin/argocd-repo-server]',
      ) + service('NodePort'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'Services that may not be read',
    given: DASHBOARD,
    unread: { services: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
];

testControl(managementInterfaceExposed, rows);
