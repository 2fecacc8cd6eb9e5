import { testControl } from '../../testing';
import {
  cluster,
  container,
  daemonSet,
  DOWN,
  node,
  pod,
  READY,
} from '../../testing/nodeCases';
import { cniSupportsNetworkPolicy } from './cniSupportsNetworkPolicy';

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
