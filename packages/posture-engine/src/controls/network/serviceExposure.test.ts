import { ControlCase, testControl } from '../../testing';
import { serviceExposure } from './serviceExposure';

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
`;

const service = (
  spec: string,
  annotations = '{}',
  selector = 'app: web',
) => `${WEB}
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: ${annotations} }
spec: { selector: { ${selector} }, ${spec} }
`;

const LOAD_BALANCER = 'type: LoadBalancer';
const internal = (key: string, value: string) =>
  service(LOAD_BALANCER, `{ ${key}: "${value}" }`);

const rows: readonly ControlCase[] = [
  {
    name: 'a Service within the cluster',
    given: service('type: ClusterIP'),
    outcome: 'pass',
  },
  { name: 'no type', given: service('ports: []'), outcome: 'pass' },
  {
    name: 'a port on every node',
    given: service('type: NodePort'),
    outcome: 'fail',
    message: 'Service "web" opens a port on every node',
    at: ['Service web.spec.type'],
  },
  {
    name: 'a load balancer for everybody',
    given: service(LOAD_BALANCER),
    outcome: 'fail',
    message: 'Service "web" opens a load balancer to every source',
  },
  {
    name: 'a load balancer for some sources',
    given: service(`${LOAD_BALANCER}, loadBalancerSourceRanges: [10.0.0.0/8]`),
    outcome: 'pass',
  },
  {
    name: 'a load balancer whose sources are everybody',
    given: service(
      `${LOAD_BALANCER}, loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0]`,
    ),
    outcome: 'fail',
  },
  {
    name: 'a load balancer whose sources are everybody by IPv6',
    given: service(`${LOAD_BALANCER}, loadBalancerSourceRanges: ["::/0"]`),
    outcome: 'fail',
  },
  {
    name: 'an internal load balancer of AWS',
    given: internal(
      'service.beta.kubernetes.io/aws-load-balancer-scheme',
      'internal',
    ),
    outcome: 'pass',
  },
  {
    name: 'an internet-facing load balancer of AWS',
    given: internal(
      'service.beta.kubernetes.io/aws-load-balancer-scheme',
      'internet-facing',
    ),
    outcome: 'fail',
  },
  {
    name: 'an internal load balancer of Azure',
    given: internal(
      'service.beta.kubernetes.io/azure-load-balancer-internal',
      'true',
    ),
    outcome: 'pass',
  },
  {
    name: 'a load balancer of Azure that is not internal',
    given: internal(
      'service.beta.kubernetes.io/azure-load-balancer-internal',
      'false',
    ),
    outcome: 'fail',
  },
  {
    name: 'an internal load balancer of GKE',
    given: internal('networking.gke.io/load-balancer-type', 'Internal'),
    outcome: 'pass',
  },
  {
    name: 'a service that is meant to be public',
    given: service(LOAD_BALANCER),
    entity: { ref: 'component:default/web', tags: ['public'] },
    outcome: 'pass',
    note: 'public',
  },
  {
    name: 'a service with other tags',
    given: service(LOAD_BALANCER),
    entity: { ref: 'component:default/web', tags: ['publication'] },
    outcome: 'fail',
  },
  {
    name: 'no Service',
    given: WEB,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a Service that selects nothing, on its namespace',
    given: service('type: NodePort', '{}', 'app: other'),
    subjectType: 'namespace',
    outcome: 'fail',
  },
  {
    name: 'an external name, which leads to no pod',
    given: service('type: ExternalName, externalName: example.com'),
    subjectType: 'namespace',
    outcome: 'pass',
  },
  {
    name: 'a type of the wrong type',
    given: service('type: 7'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
];

testControl(serviceExposure, rows);
