import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { testControl } from '../../testing';
import { runtimeThreatDetection } from './runtimeThreatDetection';

const FALCO = 'registry.example.com/mirror/falcosecurity/falco:0.42.0';
const LIVE = { fromCluster: true };
const other = (name: string, metadata = '', spec = '') => `
---
apiVersion: v1
kind: Node
metadata: { name: ${name}${metadata} }
spec: { ${spec} }
status: { conditions: [{ type: Ready, status: "True" }] }`;
const onA = nodesWithAgent(['a'], FALCO);

testControl(runtimeThreatDetection, [
  {
    name: 'ready on all nodes',
    given: nodesWithAgent(['a', 'b'], FALCO),
    ...LIVE,
    outcome: 'pass',
    note: 'Falco is ready on all 2 nodes',
  },
  {
    name: 'missing on a node',
    given: nodesWithAgent(['a', 'b', 'c'], FALCO, ['a']),
    ...LIVE,
    outcome: 'fail',
    severity: 'medium',
    at: ['Node b', 'Node c'],
    message: 'Falco is not ready on node "b"',
  },
  {
    name: 'two agents together',
    given: `${nodesWithAgent(['a', 'b'], FALCO, ['a'])}
---
${nodesWithAgent([], 'quay.io/cilium/tetragon:v1.6.0', ['b']).replaceAll(
  /agent(?=[,-])/g,
  'tetragon',
)}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a cordoned node is left out',
    given: `${onA}${other('b', '', 'unschedulable: true')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a node kept for the control plane is left out',
    given: `${onA}${other(
      'cp',
      ', labels: { node-role.kubernetes.io/control-plane: "" }',
      'taints: [{ key: node-role.kubernetes.io/control-plane, effect: NoSchedule }]',
    )}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a node of the control plane that takes ordinary pods counts',
    given: `${onA}${other(
      'cp',
      ', labels: { node-role.kubernetes.io/control-plane: "" }',
    )}`,
    ...LIVE,
    outcome: 'fail',
    at: ['Node cp'],
  },
  {
    name: 'a node with a taint of its owner counts',
    given: `${onA}${other(
      'gpu',
      '',
      'taints: [{ key: gpu, effect: NoSchedule }]',
    )}`,
    ...LIVE,
    outcome: 'fail',
    at: ['Node gpu'],
  },
  ...[
    '{ type: virtual-kubelet }',
    '{ eks.amazonaws.com/compute-type: fargate }',
  ].map(labels => ({
    name: `a virtual node is left out: ${labels}`,
    given: `${onA}${other('virtual', `, labels: ${labels}`)}`,
    ...LIVE,
    outcome: 'pass' as const,
  })),
  {
    name: 'a node that is down is left out',
    given: `${onA}${other('b').replace('"True"', '"Unknown"')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'no node is up',
    given: nodesWithAgent([], FALCO, []),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'at most 20 nodes are listed',
    given: nodesWithAgent(
      Array.from({ length: 30 }, (_, index) => `n${index}`),
      FALCO,
      [],
    ),
    ...LIVE,
    outcome: 'fail',
    message: 'Falco is not ready on node "n0"',
  },
  {
    name: 'kinds without a DaemonSet',
    given: readyNode('a'),
    ...LIVE,
    evidence: {
      servedResources: [
        { group: 'security.kubearmor.com', plural: 'kubearmorpolicies' },
      ],
    },
    outcome: 'fail',
    message: 'KubeArmor is installed, but no DaemonSet runs it',
  },
  {
    name: 'a Deployment is no agent on nodes',
    given: onA.replace('kind: DaemonSet', 'kind: Deployment'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'nothing is known',
    given: readyNode('a'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'nodes that were not read',
    given: onA,
    ...LIVE,
    unread: { nodes: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
