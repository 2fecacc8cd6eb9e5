import { testControl } from '../../testing';
import { nodeRuntimeSupported } from './nodeRuntimeSupported';

const AT = 'status.nodeInfo.containerRuntimeVersion';
const node = (runtime: string, kubelet = 'v1.36.4', label = 'role') => ({
  given: `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { ${label}: x } }
status: { nodeInfo: { containerRuntimeVersion: ${runtime}, kubeletVersion: ${kubelet} } }`,
  fromCluster: true,
  serverVersion: 'v1.36.4',
});

testControl(nodeRuntimeSupported, [
  { name: 'supported', ...node('"containerd://2.3.4"'), outcome: 'pass' },
  {
    name: 'a branch that is over',
    ...node('"containerd://1.7.34"'),
    outcome: 'fail',
    severity: 'medium',
    at: [AT],
    message: 'support of containerd 1.7 ended on 2026-09-01',
  },
  {
    name: 'a branch that is over, of a managed service',
    ...node('"containerd://1.7.29"', 'v1.34.2', 'eks.amazonaws.com/nodegroup'),
    outcome: 'fail',
    severity: 'info',
    at: [AT],
    note: 'its distributor may have mended it',
  },
  {
    name: 'a branch that is over, with a mark of its builder',
    ...node('"containerd://1.7.34-k3s1"'),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'known holes with a mark of its builder',
    ...node('"containerd://1.6.0-0ubuntu1"'),
    outcome: 'fail',
    severity: 'medium',
    at: [AT, AT, AT],
  },
  {
    name: 'a branch that ends soon',
    ...node('"containerd://2.2.7"'),
    now: Date.UTC(2026, 9, 30),
    outcome: 'pass',
    note: 'support of containerd 2.2 ends on 2026-11-06',
  },
  {
    name: 'known holes beside the end of support',
    ...node('"containerd://1.6.0"'),
    outcome: 'fail',
    severity: 'high',
    at: [AT, AT, AT],
  },
  {
    name: 'runc that comes with containerd is only possible',
    ...node('"containerd://1.7.12"'),
    now: Date.UTC(2026, 5, 1),
    outcome: 'fail',
    severity: 'medium',
    at: [AT],
    message:
      "CVE-2024-21626: The release of containerd brings a runc through which a container reaches its node's files",
  },
  {
    name: 'CRI-O is supported as its minor is',
    ...node('"cri-o://1.35.2"'),
    outcome: 'pass',
  },
  {
    name: 'CRI-O whose minor is over',
    ...node('"cri-o://1.31.1"'),
    outcome: 'fail',
    severity: 'medium',
    message: 'support of Kubernetes 1.31 ended on 2025-11-11',
  },
  {
    name: 'CRI-O of OpenShift',
    ...node(
      '"cri-o://1.33.5-3.rhaos4.20.git0e3a6ee.el9"',
      'v1.33.5',
      'node.openshift.io/os_id',
    ),
    outcome: 'pass',
  },
  {
    name: 'Docker before 1.24 is dockershim',
    ...node('"docker://27.5.1"', 'v1.23.17'),
    outcome: 'fail',
    severity: 'medium',
    at: [AT],
    message: 'the kubelet runs Docker through dockershim, which is over',
  },
  {
    name: 'Docker from 1.24 on is judged by its own version',
    ...node('"docker://29.3.0"'),
    outcome: 'pass',
  },
  {
    name: 'Docker Engine that is over',
    ...node('"docker://27.5.1"'),
    outcome: 'fail',
    message: 'support of Docker Engine 27 ended on 2025-05-03',
  },
  {
    name: 'Docker Engine that counted months',
    ...node('"docker://19.3.15"'),
    outcome: 'fail',
    message: 'support of Docker Engine 19.03 ended on 2021-01-08',
  },
  {
    name: 'Docker Engine that is not in the table',
    ...node('"docker://1.13.1"'),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  {
    name: 'a branch newer than the table',
    ...node('"containerd://3.0.0"'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: 'containerd://3.0.0 is not in the table of support dates',
  },
  {
    name: 'another runtime',
    ...node('"rkt://1.30.0"'),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  ...['"containerd://Unknown"', '"garbage"', 'null'].map(runtime => ({
    name: `no version: ${runtime}`,
    ...node(runtime),
    outcome: 'notEvaluated' as const,
    reason: 'partial' as const,
  })),
  {
    name: 'the wrong type',
    ...node('[1]'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'by tables that are too old nothing passes',
    ...node('"containerd://2.3.4"'),
    now: Date.UTC(2027, 4, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
]);
