import { ControlCase, testControl } from '../../testing';
import { ingressTls } from './ingressTls';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
---
`;

const PATHS =
  'http: { paths: [{ path: /, backend: { service: { name: web } } }] }';

const ingress = (
  spec: string,
  { annotations = '{}', backend = 'web' } = {},
) => `${WEB}apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop, annotations: ${annotations} }
spec: ${spec.replace(
  /service: { name: web }/g,
  `service: { name: ${backend} }`,
)}
`;

const onHost = (host: string, tls: string, rest = {}) =>
  ingress(`{ rules: [{ host: "${host}", ${PATHS} }], tls: ${tls} }`, rest);

const gateway = (listeners: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec: { listeners: ${listeners} }
---
`;
const BOTH =
  '[{ name: web, port: 80, protocol: HTTP }, { name: secure, port: 443, protocol: HTTPS }]';
const route = (
  parent: string,
  kind = 'HTTPRoute',
) => `apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: front, namespace: edge${parent} }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`;

const rows: readonly ControlCase[] = [
  {
    name: 'a host with TLS',
    given: onHost('shop.example.com', '[{ hosts: [shop.example.com] }]'),
    outcome: 'pass',
  },
  {
    name: 'a host without TLS',
    given: onHost('shop.example.com', '[]'),
    outcome: 'fail',
    at: ['Ingress front.spec.rules[0].host'],
    message: 'Ingress "front" serves shop.example.com without TLS',
  },
  {
    name: 'TLS for another host',
    given: onHost('shop.example.com', '[{ hosts: [api.example.com] }]'),
    outcome: 'fail',
  },
  {
    name: 'a wildcard that covers one label more',
    given: onHost('shop.example.com', '[{ hosts: ["*.example.com"] }]'),
    outcome: 'pass',
  },
  {
    name: 'a wildcard, two labels away',
    given: onHost('eu.shop.example.com', '[{ hosts: ["*.example.com"] }]'),
    outcome: 'fail',
  },
  {
    name: 'a wildcard for its own parent',
    given: onHost('example.com', '[{ hosts: ["*.example.com"] }]'),
    outcome: 'fail',
  },
  {
    name: 'a wildcard host with the same wildcard',
    given: onHost('*.example.com', '[{ hosts: ["*.example.com"] }]'),
    outcome: 'pass',
  },
  {
    name: 'TLS without hosts, which stands for every host',
    given: onHost('shop.example.com', '[{ secretName: shop }]'),
    outcome: 'pass',
  },
  {
    name: 'a rule without a host',
    given: ingress(
      `{ rules: [{ ${PATHS} }], tls: [{ hosts: [a.example.com] }] }`,
    ),
    outcome: 'fail',
    message: 'Ingress "front" serves every host without TLS',
  },
  {
    name: 'a default backend',
    given: ingress('{ defaultBackend: { service: { name: web } } }'),
    outcome: 'fail',
    at: ['Ingress front.spec.defaultBackend'],
  },
  {
    name: 'TLS that is left to the load balancer',
    given: onHost('shop.example.com', '[]', {
      annotations: '{ alb.ingress.kubernetes.io/certificate-arn: arn }',
    }),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an Ingress that leads elsewhere',
    given: onHost('shop.example.com', '[]', { backend: 'other' }),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'an Ingress that leads to no workload, on its namespace',
    given: onHost('shop.example.com', '[]', { backend: 'other' }),
    subjectType: 'namespace',
    outcome: 'fail',
  },
  {
    name: 'an Ingress of a workload, which its namespace does not answer for',
    given: onHost('shop.example.com', '[]'),
    subjectType: 'namespace',
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a route on both listeners',
    given: WEB + gateway(BOTH) + route(''),
    outcome: 'fail',
    at: ['Gateway edge/front.spec.listeners[0].protocol'],
    message: 'listener "web" of Gateway "front" speaks HTTP',
  },
  {
    name: 'a route on the section with TLS',
    given: WEB + gateway(BOTH) + route(', sectionName: secure'),
    outcome: 'pass',
  },
  {
    name: 'a route on the port with TLS',
    given: WEB + gateway(BOTH) + route(', port: 443'),
    outcome: 'pass',
  },
  {
    name: 'a route of gRPC without TLS',
    given: WEB + gateway(BOTH) + route(', sectionName: web', 'GRPCRoute'),
    outcome: 'fail',
  },
  {
    name: 'a route to a Gateway that does not exist',
    given: WEB + route(''),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'hosts of the wrong type',
    given: onHost('shop.example.com', '[{ hosts: shop.example.com }]'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'Gateways that may not be read',
    given: onHost('shop.example.com', '[]'),
    unread: { httpRoutes: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
];

testControl(ingressTls, rows);
