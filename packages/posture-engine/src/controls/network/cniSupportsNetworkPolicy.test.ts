import { testControl } from '../../testing';
import { cniSupportsNetworkPolicy } from './cniSupportsNetworkPolicy';

const READY = 'status: { conditions: [{ type: Ready, status: "True" }] }';
const DOWN = READY.replace('True', 'Unknown');
const node = (name: string, status = READY, annotations = '{}') =>
  `apiVersion: v1
kind: Node
metadata: { name: ${name}, annotations: ${annotations} }
spec: {}
${status}`;
const daemonSet = (
  containers: string,
  name = 'agent',
  namespace = 'kube-system',
) =>
  `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ${name}, namespace: ${namespace} }
spec: { template: { spec: { containers: [${containers}] } } }`;
const pod = (
  on: string,
  { owner = 'agent', namespace = 'kube-system', status = READY } = {},
) =>
  `apiVersion: v1
kind: Pod
metadata:
  name: ${owner}-${on}
  namespace: ${namespace}
  ownerReferences: [{ apiVersion: apps/v1, kind: DaemonSet, name: ${owner}, controller: true }]
spec: { nodeName: ${on}, containers: [{ name: agent }] }
${status}`;
const configMap = (name: string, data: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data: ${data}`;
const cluster = (...documents: string[]) =>
  [node('one'), pod('one'), ...documents].join('\n---\n');
const container = (image: string, rest = '') =>
  `{ name: agent, image: "${image}"${rest} }`;
const AWS = container(
  '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon/aws-network-policy-agent:v1.2.7',
  ', args: ["--enable-network-policy=true"]',
);
const AWS_NETWORK = container(
  '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon-k8s-cni:v1.20.4',
);
const SWITCHED_ON = configMap(
  'amazon-vpc-cni',
  '{ enable-network-policy-controller: "true" }',
);
const CILIUM = daemonSet(container('quay.io/cilium/cilium:v1.18.4'));
const K3S = 'v1.34.2+k3s1';

testControl(cniSupportsNetworkPolicy, [
  ...[
    'quay.io/cilium/cilium:v1.18.4',
    'docker.io/calico/node:v3.31.0',
    'antrea/antrea-agent-ubuntu:v2.4.0',
    'mirror.example.com/cloudnativelabs/kube-router:v2.6.0',
    'kindest/kindnetd:v20251212-v0.29.0-alpha-105-g20ccfc88',
    'kindest/kindnetd:v20240813-c6f155d6',
  ].map(image => ({
    name: `ready on all nodes: ${image}`,
    given: cluster(daemonSet(container(image))),
    fromCluster: true,
    outcome: 'pass' as const,
  })),
  {
    name: 'two agents, each on its own nodes',
    given: cluster(
      daemonSet(container('calico/node:v3.31.0'), 'other', 'calico-system'),
      CILIUM,
      node('two'),
      pod('two', { owner: 'other', namespace: 'calico-system' }),
    ),
    fromCluster: true,
    outcome: 'pass',
    note: /enforced by/,
  },
  {
    name: 'the data plane of GKE, by its name',
    given: [
      node('one'),
      daemonSet(container('gke.gcr.io/agent:v1'), 'anetd'),
      pod('one', { owner: 'anetd' }),
    ].join('\n---\n'),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'a node that is down has no ready agent, and is left out',
    given: cluster(CILIUM, node('two', DOWN)),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'a node without the agent',
    given: cluster(CILIUM, node('two')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'Cilium is not seen ready on 1 of 2 nodes, two among them',
  },
  {
    name: 'an agent that is not ready',
    given: [node('one'), CILIUM, pod('one', { status: DOWN })].join('\n---\n'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'no node',
    given: CILIUM,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'AWS, switched on in both places',
    given: cluster(daemonSet(`${AWS_NETWORK}, ${AWS}`), SWITCHED_ON),
    fromCluster: true,
    outcome: 'pass',
  },
  ...(
    [
      ['without the ConfigMap', daemonSet(`${AWS_NETWORK}, ${AWS}`)],
      [
        'off in the ConfigMap',
        `${daemonSet(`${AWS_NETWORK}, ${AWS}`)}\n---\n${SWITCHED_ON.replace(
          '"true"',
          '"false"',
        )}`,
      ],
      [
        'off by its argument',
        `${daemonSet(
          `${AWS_NETWORK}, ${AWS.replace('=true', '=false')}`,
        )}\n---\n${SWITCHED_ON}`,
      ],
      [
        'without its argument, which is off',
        `${daemonSet(
          `${AWS_NETWORK}, ${AWS.replace(
            '--enable-network-policy=true',
            '--enable-ipv6=false',
          )}`,
        )}\n---\n${SWITCHED_ON}`,
      ],
    ] as const
  ).map(([name, documents]) => ({
    name: `AWS, ${name}`,
    given: cluster(documents),
    fromCluster: true,
    outcome: 'fail' as const,
    severity: 'high' as const,
    message: 'AWS network policy agent runs and is not switched on',
  })),
  {
    name: 'AWS without the agent',
    given: cluster(daemonSet(AWS_NETWORK)),
    fromCluster: true,
    outcome: 'fail',
    at: ['DaemonSet kube-system/agent spec.template.spec.containers[0].image'],
    message: 'Amazon VPC CNI connects the pods and enforces no policy',
  },
  {
    name: 'AWS beside Calico',
    given: cluster(
      daemonSet(
        `${AWS_NETWORK}, ${AWS.replace('=true', '=false')}`,
        'aws-node',
      ),
      daemonSet(container('calico/node:v3.31.0')),
    ),
    fromCluster: true,
    outcome: 'pass',
    note: 'enforced by Calico',
  },
  {
    name: 'Cilium that enforces always',
    given: cluster(
      CILIUM,
      configMap('cilium-config', '{ enable-policy: always }'),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'Cilium that enforces never',
    given: cluster(
      CILIUM,
      configMap('cilium-config', '{ enable-policy: never }'),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['ConfigMap kube-system/cilium-config data.enable-policy'],
  },
  {
    name: 'kube-router without its firewall',
    given: cluster(
      daemonSet(
        container(
          'cloudnativelabs/kube-router:v2.6.0',
          ', args: ["--run-router=true", "--run-firewall=false"]',
        ),
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['DaemonSet kube-system/agent spec.template.spec.containers[0].args'],
  },
  {
    name: 'kindnet before it enforced policies',
    given: cluster(daemonSet(container('kindest/kindnetd:v20240513-cbf25b13'))),
    fromCluster: true,
    outcome: 'fail',
    message: 'kindnet connects the pods and enforces no policy',
  },
  {
    name: 'Flannel',
    given: cluster(
      daemonSet(
        container('ghcr.io/flannel-io/flannel:v0.27.4'),
        'agent',
        'kube-flannel',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    message: 'Flannel connects the pods and enforces no policy',
  },
  {
    name: 'Flannel with Calico (Canal)',
    given: cluster(
      daemonSet(
        `${container('calico/node:v3.31.0')}, ${container(
          'flannel/flannel:v0.27.4',
        )}`,
      ),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'a Deployment of that image is no network plugin',
    given: cluster(CILIUM.replace('DaemonSet', 'Deployment')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'K3s',
    given: node('one', READY, `{ k3s.io/node-args: '["server"]' }`),
    fromCluster: true,
    serverVersion: K3S,
    outcome: 'pass',
    note: 'enforced by K3s',
  },
  {
    name: 'K3s without its policy controller',
    given: node(
      'one',
      READY,
      `{ k3s.io/node-args: '["server","--disable-network-policy"]' }`,
    ),
    fromCluster: true,
    serverVersion: K3S,
    outcome: 'fail',
    at: ['Node one metadata.annotations'],
  },
  {
    name: 'K3s without its policy controller, with Cilium',
    given: [
      node(
        'one',
        READY,
        `{ k3s.io/node-args: '["server","--disable-network-policy"]' }`,
      ),
      CILIUM,
      pod('one'),
    ].join('\n---\n'),
    fromCluster: true,
    serverVersion: K3S,
    outcome: 'pass',
  },
  {
    name: 'nothing that is known',
    given: cluster(),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'no network plugin that is known was found',
  },
  {
    name: 'nothing that is known, and a person who knows it',
    given: cluster(),
    fromCluster: true,
    attestations: [
      {
        control: 'cni-supports-network-policy',
        outcome: 'pass',
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
    outcome: 'pass',
    note: /attested by user:default\/vera/,
  },
  {
    name: 'manifests, which show no running pods',
    given: CILIUM,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  ...(['workloads', 'livePods', 'nodes', 'kubeSystemConfigMaps'] as const).map(
    list => ({
      name: `${list} may not be listed`,
      given: cluster(CILIUM),
      fromCluster: true,
      unread: { [list]: 'forbidden' as const },
      outcome: 'notEvaluated' as const,
      reason: 'forbidden' as const,
    }),
  ),
]);
