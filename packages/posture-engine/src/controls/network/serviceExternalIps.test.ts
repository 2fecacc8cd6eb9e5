import { ControlCase, testControl } from '../../testing';
import { serviceExternalIps } from './serviceExternalIps';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
`;

const service = (spec: string, namespace = 'shop') => `apiVersion: v1
kind: Service
metadata: { name: web, namespace: ${namespace} }
spec: ${spec}
`;

const rows: readonly ControlCase[] = [
  {
    name: 'an external address',
    given:
      WEB + service('{ selector: { app: web }, externalIPs: [203.0.113.7] }'),
    outcome: 'fail',
    at: ['Service web.spec.externalIPs'],
    message: 'Service "web" claims external IP addresses',
  },
  {
    name: 'no external address',
    given: WEB + service('{ selector: { app: web } }'),
    outcome: 'pass',
  },
  {
    name: 'an empty list',
    given: WEB + service('{ selector: { app: web }, externalIPs: [] }'),
    outcome: 'pass',
  },
  {
    name: 'null',
    given: WEB + service('{ selector: { app: web }, externalIPs: null }'),
    outcome: 'pass',
  },
  {
    name: 'the address of a load balancer',
    given:
      WEB +
      service(
        '{ selector: { app: web }, type: LoadBalancer, loadBalancerIP: 203.0.113.7 }',
      ),
    outcome: 'pass',
  },
  {
    name: 'a Service that asks for a label which the pods lack',
    given:
      WEB +
      service(
        '{ selector: { app: web, tier: back }, externalIPs: [203.0.113.7] }',
      ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a Service of another namespace',
    given:
      WEB +
      service(
        '{ selector: { app: web }, externalIPs: [203.0.113.7] }',
        'other',
      ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a Service without a selector, on its namespace',
    given: WEB + service('{ externalIPs: [203.0.113.7] }'),
    subjectType: 'namespace',
    outcome: 'fail',
  },
  {
    name: 'a Service of a workload, which its namespace does not answer for',
    given:
      WEB + service('{ selector: { app: web }, externalIPs: [203.0.113.7] }'),
    subjectType: 'namespace',
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'addresses of the wrong type',
    given:
      WEB + service('{ selector: { app: web }, externalIPs: 203.0.113.7 }'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'Services that may not be read',
    given: WEB,
    unread: { services: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
];

testControl(serviceExternalIps, rows);
