import { staticPod } from '../../kit/flags/flagExamples';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { etcdNetworkRestricted } from './etcdNetworkRestricted';

const cluster = (...objects: readonly string[]) => ({
  given: objects.join('\n---\n'),
  fromCluster: true,
});
const ETCD = staticPod('etcd', [
  '--listen-client-urls=https://10.0.0.1:2379',
  '--client-cert-auth=true',
]);
const service = (
  selector: string,
  port = '{ port: 2379 }',
  namespace = 'kube-system',
) => `apiVersion: v1
kind: Service
metadata: { name: etcd, namespace: ${namespace} }
spec: { selector: ${selector}, ports: [${port}] }`;
const NODE = `apiVersion: v1
kind: Node
metadata: { name: cp-1, labels: { node-role.kubernetes.io/control-plane: "" } }
status: { addresses: [{ type: InternalIP, address: 10.0.0.1 }] }`;
const slice = (address: string, port = 2379) => `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: etcd, namespace: monitoring, labels: { kubernetes.io/service-name: etcd } }
endpoints: [{ addresses: ["${address}"] }]
ports: [{ port: ${port} }]`;
const MANUAL = { reason: 'manual' } as const;

testControl(etcdNetworkRestricted, [
  ...flagCases('etcd', [
    ['loopback only', ['--listen-client-urls=https://127.0.0.1:2379'], 'pass'],
    ['not set, which is localhost', [], 'pass'],
    [
      'the address of its node',
      ['--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.1:2379'],
      'notEvaluated',
      MANUAL,
    ],
    [
      'every address, with client certificates',
      ['--listen-client-urls=https://0.0.0.0:2379', '--client-cert-auth=true'],
      'notEvaluated',
      MANUAL,
    ],
    [
      'every address, without',
      ['--listen-client-urls=https://0.0.0.0:2379'],
      'fail',
      {
        severity: 'high',
        at: ['Pod kube-system/etcd-cp-1 spec.containers[0].command[1]'],
      },
    ],
    [
      'every address of IPv6, without',
      ['--listen-client-urls=http://[::]:2379', '--client-cert-auth=false'],
      'fail',
    ],
    ['a file', ['--config-file=/c'], 'notEvaluated', MANUAL],
  ]),
  {
    name: 'a Service that leads to it',
    ...cluster(ETCD, service('{ component: etcd }')),
    outcome: 'fail',
    at: ['Service kube-system/etcd'],
  },
  {
    name: 'a Service by its target port',
    ...cluster(
      ETCD,
      service('{ component: etcd }', '{ port: 80, targetPort: 2379 }'),
    ),
    outcome: 'fail',
  },
  {
    name: 'a Service for metrics',
    ...cluster(
      ETCD,
      service('{ component: etcd }', '{ port: 2379, targetPort: 2381 }'),
    ),
    outcome: 'notEvaluated',
    ...MANUAL,
  },
  {
    name: 'a Service for the etcd of an application',
    ...cluster(ETCD, service('{ app: milvus-etcd }', undefined, 'milvus')),
    outcome: 'notEvaluated',
    ...MANUAL,
  },
  {
    name: 'a Service without a selector, and endpoints on the control plane',
    ...cluster(NODE, slice('10.0.0.1')),
    outcome: 'fail',
    at: ['EndpointSlice monitoring/etcd'],
  },
  {
    name: 'endpoints for metrics on the control plane',
    ...cluster(NODE, slice('10.0.0.1', 2381)),
    outcome: 'notEvaluated',
    ...MANUAL,
  },
  {
    name: 'endpoints elsewhere',
    ...cluster(NODE, slice('10.0.0.9')),
    outcome: 'notEvaluated',
    ...MANUAL,
  },
  {
    name: 'Services that may not be read',
    ...cluster(ETCD),
    unread: { services: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'nothing visible',
    ...cluster(NOTHING),
    outcome: 'notEvaluated',
    ...MANUAL,
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
