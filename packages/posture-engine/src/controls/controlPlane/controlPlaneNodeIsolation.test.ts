import { NOTHING, ON_EKS, testControl } from '../../testing';
import { controlPlaneNodeIsolation } from './controlPlaneNodeIsolation';

const node = (name: string, role?: string, taint?: string) => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { ${
  role ? `"node-role.kubernetes.io/${role}": ""` : ''
} } }
spec: { taints: [${
  taint
    ? `{ key: node-role.kubernetes.io/control-plane, effect: ${taint} }`
    : ''
}] }`;
const pod = (name: string, nodeName: string, namespace = 'shop') =>
  `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace} }
spec: { nodeName: ${nodeName}, containers: [{ name: web, image: web }] }`;
const cluster = (...objects: readonly string[]) => ({
  given: objects.join('\n---\n'),
  fromCluster: true,
});
const OWNED = {
  entities: { web: [{ ref: 'component:default/web', tags: [] }] },
};
const TAINTED = node('cp-1', 'control-plane', 'NoSchedule');
const WORKER = node('worker-1');

testControl(controlPlaneNodeIsolation, [
  {
    name: 'services on workers',
    ...cluster(TAINTED, WORKER, pod('web', 'worker-1')),
    ...OWNED,
    outcome: 'pass',
  },
  {
    name: 'a service of an entity on the control plane',
    ...cluster(TAINTED, WORKER, pod('web', 'cp-1')),
    ...OWNED,
    outcome: 'fail',
    severity: 'medium',
    at: ['Pod shop/web'],
    message:
      'Pod shop/web of component:default/web runs on node "cp-1" of the control plane',
  },
  {
    name: 'the label of old times',
    ...cluster(
      node('cp-1', 'master', 'NoSchedule'),
      WORKER,
      pod('web', 'cp-1'),
    ),
    ...OWNED,
    outcome: 'fail',
  },
  {
    name: 'an entity in a namespace of the system',
    ...cluster(TAINTED, WORKER, pod('web', 'cp-1', 'kube-system')),
    ...OWNED,
    outcome: 'fail',
  },
  {
    name: 'a pod of no entity',
    ...cluster(TAINTED, WORKER, pod('agent', 'cp-1')),
    ...OWNED,
    outcome: 'pass',
  },
  {
    name: 'pods of nobody known, without a catalog',
    ...cluster(TAINTED, WORKER, pod('web', 'cp-1')),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'pods of the system only, without a catalog',
    ...cluster(TAINTED, WORKER, pod('coredns', 'cp-1', 'kube-system')),
    outcome: 'pass',
  },
  {
    name: 'a cluster of one node',
    ...cluster(node('cp-1', 'control-plane'), pod('web', 'cp-1')),
    ...OWNED,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a node without a taint',
    ...cluster(node('cp-1', 'control-plane'), WORKER),
    ...OWNED,
    outcome: 'pass',
    note: 'no taint keeps pods off cp-1',
  },
  {
    name: 'a taint that only asks',
    ...cluster(node('cp-1', 'control-plane', 'PreferNoSchedule'), WORKER),
    ...OWNED,
    outcome: 'pass',
    note: 'no taint keeps pods off cp-1',
  },
  {
    name: 'no node of the control plane',
    ...cluster(WORKER),
    ...OWNED,
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
  {
    name: 'nodes that may not be read',
    ...cluster(NOTHING),
    unread: { nodes: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'running pods that may not be read',
    ...cluster(TAINTED, WORKER),
    unread: { livePods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
