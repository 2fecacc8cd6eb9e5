import { kubeadmNode, sensedNode } from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletReadOnlyPort } from './kubeletReadOnlyPort';

const node = (version: string, program = 'k3s', args = '["agent"]') =>
  `apiVersion: v1
kind: Node
metadata:
  name: agent-1
  annotations: { ${program}.io/node-args: '${args}' }
status: { nodeInfo: { kubeletVersion: ${version} } }`;
const kubeBench = (status: string) => ({
  imports: [
    {
      kind: 'kube-bench' as const,
      node: 'agent-1',
      receivedAt: Date.UTC(2026, 10, 20),
      document: {
        version: 'cis-1.12',
        tests: [{ results: [{ test_number: '4.2.4', status }] }],
      },
    },
  ],
});
const BARE =
  'apiVersion: v1\nkind: Node\nmetadata: { name: agent-1 }\nstatus: {}';

testControl(kubeletReadOnlyPort, [
  {
    name: 'unset in a file is closed',
    given: kubeadmNode('rotateCertificates: true'),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'open in a file',
    given: kubeadmNode('readOnlyPort: 10255'),
    fromCluster: true,
    outcome: 'fail',
    severity: 'high',
    at: ['ConfigMap kube-system/kubelet-config data.kubelet readOnlyPort'],
    message: 'readOnlyPort of the kubelet of worker-1 is not 0',
  },
  {
    name: 'open without a file',
    given: sensedNode('/usr/bin/kubelet'),
    fromCluster: true,
    outcome: 'fail',
    message:
      '--read-only-port of the kubelet of worker-1 is not set, so it is 10255',
  },
  {
    name: 'kube-bench passes a port that is not set',
    given: BARE,
    fromCluster: true,
    evidence: kubeBench('PASS'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'kube-bench finds it open',
    given: BARE,
    fromCluster: true,
    evidence: kubeBench('FAIL'),
    outcome: 'fail',
  },
  ...(
    [
      ['v1.31.9+k3s1', 'k3s', 'pass'],
      ['v1.32.3+k3s1', 'k3s', 'fail'],
      ['v1.32.4+k3s1', 'k3s', 'pass'],
      ['v1.31.9+rke2r1', 'rke2', 'pass'],
      ['v1.32.4+rke2r1', 'rke2', 'notEvaluated'],
      ['v1.34.2+rke2r1', 'rke2', 'pass'],
    ] as const
  ).map(([version, program, outcome]) => ({
    name: `${program} ${version}`,
    given: node(version, program),
    fromCluster: true,
    outcome,
    ...(outcome === 'notEvaluated' ? { reason: 'partial' as const } : {}),
  })),
  {
    name: 'an argument of k3s opens it',
    given: node(
      'v1.34.6+k3s1',
      'k3s',
      '["agent","--kubelet-arg=read-only-port=10255"]',
    ),
    fromCluster: true,
    outcome: 'fail',
  },
]);
