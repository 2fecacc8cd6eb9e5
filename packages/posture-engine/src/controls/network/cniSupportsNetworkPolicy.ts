import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { defineClusterControl, fail, notEvaluated, pass } from '../../kit';
import {
  isNewEnough,
  NetworkAgent,
  networkAgents,
  switchedOff,
} from '../../relate/networkAgents';
import { nodeCoverage } from '../../relate/nodeCoverage';
import { providerOfCluster } from '../../relate/providerOfCluster';

const NEEDS = [
  'workloads',
  'livePods',
  'nodes',
  'kubeSystemConfigMaps',
] as const;
/** K3s keeps the arguments of its server there. */
const NODE_ARGUMENTS = 'k3s.io/node-args';
const WITHOUT_POLICIES = '--disable-network-policy';

type Context = ControlContext<(typeof NEEDS)[number]>;

const node = (name: string) => `apiVersion: v1
kind: Node
metadata: { name: ${name} }
status: { conditions: [{ type: Ready, status: "True" }] }`;
const agent = (name: string, image: string, args = '') => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ${name}, namespace: kube-system }
spec:
  template:
    metadata: { labels: { k8s-app: ${name} } }
    spec: { containers: [{ name: agent, image: "${image}"${args} }] }`;
const podOf = (name: string, on: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}-${on}
  namespace: kube-system
  ownerReferences: [{ apiVersion: apps/v1, kind: DaemonSet, name: ${name}, controller: true }]
spec: { nodeName: ${on}, containers: [{ name: agent }] }
status: { conditions: [{ type: Ready, status: "True" }] }`;
const yaml = (...documents: string[]) => documents.join('\n---\n');

export const cniSupportsNetworkPolicy = defineClusterControl({
  id: 'cni-supports-network-policy',
  title: 'The network of the cluster enforces network policies',
  failureTitle: 'Network policies are accepted and not enforced',
  why: 'Kubernetes takes every policy, but only a network plugin can enforce it; without one that does, all of them are empty words.',
  fix: 'Install a network plugin that enforces policies (Cilium, Calico, Antrea), or switch on that of the platform: on EKS set `enableNetworkPolicy` of the VPC CNI add-on to `"true"`, on GKE use Dataplane V2, on AKS choose `--network-policy cilium`.',
  severity: 'high',
  category: 'network',
  scope: 'cluster',
  frameworks: {
    nsa: ['N2'],
    cis: { '1.12': ['5.3.1'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites',
  ],
  needs: NEEDS,
  reads:
    'The DaemonSets of all namespaces and their running pods, by the table of known agents: one that enforces policies has to be ready on every node that is ready, and switched on. The policy agent of AWS is off unless it is told otherwise, by its argument and by `enable-network-policy-controller` in the ConfigMap `kube-system/amazon-vpc-cni`; Cilium is off with `enable-policy: never`, kube-router with `--run-firewall=false`, kindnet before kind 0.24. K3s enforces policies itself unless the annotation `k3s.io/node-args` of a node has `--disable-network-policy`. A network that is known to enforce none, alone, fails; what is neither known nor ready everywhere, a person has to answer.',
  notes:
    'Whether an agent enforces what it is told can be seen only by a test: apply a policy and try. Networks that the platform runs out of sight (EKS Auto Mode, GKE without Dataplane V2, Azure CNI) are not known from within; attest them. Nodes that are not ready are left out.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      yaml(
        node('node-1'),
        agent('cilium', 'quay.io/cilium/cilium:v1.18.4'),
        podOf('cilium', 'node-1'),
      ),
    ],
    fail: [
      yaml(
        node('node-1'),
        agent('kube-flannel-ds', 'ghcr.io/flannel-io/flannel:v0.27.4'),
        podOf('kube-flannel-ds', 'node-1'),
      ),
      yaml(
        node('node-1'),
        agent(
          'aws-node',
          'amazon/aws-network-policy-agent:v1.2.7',
          ', args: ["--enable-network-policy=false"]',
        ),
        podOf('aws-node', 'node-1'),
      ),
    ],
    notEvaluated: [node('node-1')],
  },
  evaluate(_, context) {
    const { workloads } = context.inventory;
    const able = networkAgents(
      'networkPolicy',
      workloads,
      context.tables.agents,
    );
    const on = able.filter(
      one => isNewEnough(one) !== false && !offOf(one, context),
    );
    if (on.length) return judgeNodes(on, context);
    return judgeK3s(context) ?? judgeRest(able, context);
  },
});

/** Agents that enforce: they have to be ready on every node, together. */
function judgeNodes(
  agents: readonly NetworkAgent[],
  { inventory }: Context,
): Judgement {
  const daemonSets = agents.filter(isNewEnough).map(one => one.daemonSet);
  const { nodes, without } = nodeCoverage(daemonSets, inventory);
  const called = agents[0].agent.name;
  if (nodes > 0 && without.length === 0) return pass(`enforced by ${called}`);
  return notEvaluated(
    'manual',
    without.length
      ? `${called} is not seen ready on ${without.length} of ${nodes} nodes, ${without[0]} among them`
      : `no node is ready to show that ${called} runs`,
  );
}

/** K3s has its policy controller in the server. Undefined for other clusters. */
function judgeK3s({
  inventory: { nodes },
  serverVersion,
  tables,
}: Context): Judgement | undefined {
  const provider = providerOfCluster(tables.providers, {
    serverVersion,
    nodes,
  });
  if (provider?.id !== 'k3s') return undefined;
  const switching = nodes.find(({ metadata }) =>
    metadata.annotations?.[NODE_ARGUMENTS]?.includes(WITHOUT_POLICIES),
  );
  return switching
    ? fail([
        {
          path: `Node ${switching.metadata.name} metadata.annotations`,
          field: NODE_ARGUMENTS,
          message: `K3s runs with ${WITHOUT_POLICIES}, and nothing else enforces policies`,
          expected: `no ${WITHOUT_POLICIES}, or another agent that enforces policies`,
        },
      ])
    : pass('enforced by K3s');
}

/** No agent that enforces was found: known networks that do not, or agents that are off, fail. */
function judgeRest(able: readonly NetworkAgent[], context: Context): Judgement {
  const { inventory, tables } = context;
  const violations = [
    ...able.flatMap(one => offOf(one, context) ?? []),
    ...networkAgents('networkOnly', inventory.workloads, tables.agents).map(
      networkOnly,
    ),
  ];
  return violations.length
    ? fail(violations)
    : notEvaluated('manual', 'no network plugin that is known was found');
}

function offOf(
  one: NetworkAgent,
  { inventory }: Context,
): Violation | undefined {
  const off = switchedOff(one, () => inventory.kubeSystemConfigMaps);
  return (
    off && {
      path: off.path,
      field: `${one.agent.id} switch`,
      message: `${one.agent.name} runs and is not switched on`,
      expected: off.expected,
    }
  );
}

function networkOnly({
  agent: { name, id },
  daemonSet,
  container,
}: NetworkAgent): Violation {
  const { subject, namespace } = daemonSet;
  return {
    path: `DaemonSet ${namespace}/${subject.name} ${container.path}.image`,
    container: container.name,
    field: `${id} image`,
    message: `${name} connects the pods and enforces no policy`,
    ...(container.image === undefined ? {} : { actual: container.image }),
    expected: 'a network plugin that enforces policies',
  };
}
