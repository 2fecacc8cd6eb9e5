import {
  kubeadmNode,
  sensedNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletAnonymousAuth } from './kubeletAnonymousAuth';

const OFF = 'authentication: { anonymous: { enabled: false } }';
const ON = 'authentication: { anonymous: { enabled: true } }';
const WITH_FILE = '/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml';
const LIVE = { fromCluster: true };

const k3s = (args: string, version = 'v1.34.6+k3s1', program = 'k3s') =>
  `apiVersion: v1
kind: Node
metadata:
  name: server-1
  annotations: { ${program}.io/node-args: '${args}' }
status: { nodeInfo: { kubeletVersion: ${version} } }`;

const trivy = (id: string, success: boolean) => `
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterInfraAssessmentReport
metadata:
  name: node-worker-1
  labels: { trivy-operator.resource.kind: Node, trivy-operator.resource.name: worker-1 }
report:
  scanner: { version: 0.27.0 }
  updateTimestamp: "2026-11-20T06:00:00Z"
  checks: [{ checkID: ${id}, success: ${success} }]`;

const kubeBench = (number: string, status: string, days = 1) => ({
  imports: [
    {
      kind: 'kube-bench' as const,
      node: 'worker-1',
      receivedAt: Date.UTC(2026, 10, 21 - days),
      document: {
        Controls: [
          {
            version: 'cis-1.12',
            tests: [{ results: [{ test_number: number, status }] }],
          },
        ],
      },
    },
  ],
});

testControl(kubeletAnonymousAuth, [
  {
    name: 'off in the ConfigMap of kubeadm: declared',
    given: kubeadmNode(OFF),
    ...LIVE,
    outcome: 'pass',
    note: 'as ConfigMap kube-system/kubelet-config declares',
  },
  {
    name: 'on in the ConfigMap of kubeadm',
    given: kubeadmNode(ON),
    ...LIVE,
    outcome: 'fail',
    severity: 'critical',
    at: [
      'ConfigMap kube-system/kubelet-config data.kubelet authentication.anonymous.enabled',
    ],
    message:
      'authentication.anonymous.enabled of the kubelet of worker-1 is not false',
    note: 'as ConfigMap kube-system/kubelet-config declares',
  },
  {
    name: 'unset in a file is off',
    given: kubeadmNode('authentication: { anonymous: {} }'),
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: kubeadmNode('authentication: { anonymous: { enabled: null } }'),
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'YAML as Kubernetes reads it',
    given: kubeadmNode('authentication: { anonymous: { enabled: yes } }'),
    ...LIVE,
    outcome: 'fail',
  },
  {
    name: 'a map instead of a boolean',
    given: kubeadmNode('authentication: { anonymous: { enabled: {} } }'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['data.kubelet authentication.anonymous.enabled'],
  },
  {
    name: 'no YAML',
    given: kubeadmNode('authentication: ['),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['data.kubelet'],
  },
  {
    name: 'neither file nor flag on a command line that is seen',
    given: sensedNode('/usr/bin/kubelet --v=2'),
    ...LIVE,
    outcome: 'fail',
    at: ['KubeletInfo worker-1 spec.cmdLine'],
    message:
      '--anonymous-auth of the kubelet of worker-1 is not set, so it is true',
    note: "from Kubescape's KubeletInfo of 2026-11-21",
  },
  {
    name: 'a file of which the kubelet was not told',
    given: sensedNode('/usr/bin/kubelet --v=2', OFF),
    ...LIVE,
    outcome: 'fail',
  },
  {
    name: 'a file of which it was told',
    given: sensedNode(WITH_FILE, OFF),
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a flag wins over the file',
    given: sensedNode(`${WITH_FILE} --anonymous-auth=true`, OFF),
    ...LIVE,
    outcome: 'fail',
    at: ['KubeletInfo worker-1 spec.cmdLine'],
    message: '--anonymous-auth of the kubelet of worker-1 is not false',
  },
  {
    name: 'a file that the sensor could not read',
    given: sensedNode(WITH_FILE),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'drop-ins hide what holds',
    given: sensedNode(`${WITH_FILE} --config-dir=/etc/kubelet.d`, OFF),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a file without the command line',
    given: sensedNode('""', OFF),
    ...LIVE,
    outcome: 'pass',
    note: /without the command line$/,
  },
  {
    name: 'a report of the sensor that is too old',
    given: sensedNode('/usr/bin/kubelet --v=2'),
    ...LIVE,
    now: Date.UTC(2026, 10, 28, 7),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'a report of the sensor that cannot be parsed',
    given: sensedNode('7'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.cmdLine'],
  },
  {
    name: 'a report that cannot be parsed hides no other source',
    given: sensedNode('7'),
    ...LIVE,
    evidence: kubeBench('4.2.1', 'PASS'),
    outcome: 'pass',
  },
  {
    name: 'a file of the sensor that is no YAML',
    given: sensedNode(WITH_FILE, 'a: ['),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.configFile'],
  },
  {
    name: 'what the sensor saw wins over what is declared',
    given: `${sensedNode(WITH_FILE, ON)}\n---\n${kubeadmNode(OFF)
      .split('---')
      .slice(1)
      .join('---')}`,
    ...LIVE,
    outcome: 'fail',
    note: /KubeletInfo/,
  },
  {
    name: 'a failure that Trivy reports wins over what is declared',
    given: `${kubeadmNode(OFF)}${trivy('KCV-0079', false)}`,
    ...LIVE,
    outcome: 'fail',
    at: ['Node worker-1 --anonymous-auth'],
    note: "from a report of Trivy's operator of 2026-11-20",
  },
  {
    name: 'a pass of Trivy proves nothing: it passes what it does not see',
    given: `${UNKNOWN_KUBELET}${trivy('KCV-0079', true)}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'kube-bench passes',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    evidence: kubeBench('4.2.1', 'PASS'),
    outcome: 'pass',
    note: 'from a kube-bench report of 2026-11-20',
  },
  {
    name: 'kube-bench fails',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    evidence: kubeBench('4.2.1', 'FAIL'),
    outcome: 'fail',
  },
  {
    name: 'a report of kube-bench that is too old',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    evidence: kubeBench('4.2.1', 'FAIL', 100),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'k3s sets it by itself',
    given: k3s('["agent"]'),
    ...LIVE,
    outcome: 'pass',
    note: 'from the arguments of k3s on the node',
  },
  {
    name: 'an argument of k3s changes it',
    given: k3s('["server","--kubelet-arg","anonymous-auth=true"]'),
    ...LIVE,
    outcome: 'fail',
    at: ['Node server-1 metadata.annotations[k3s.io/node-args]'],
  },
  {
    name: 'an argument of k3s that is written with dashes',
    given: k3s('["server","--kubelet-arg","--anonymous-auth=true"]'),
    ...LIVE,
    outcome: 'fail',
  },
  {
    name: 'RKE2 as well',
    given: k3s(
      '["agent","--kubelet-arg=anonymous-auth=true"]',
      'v1.34.6',
      'rke2',
    ),
    ...LIVE,
    outcome: 'fail',
    at: ['Node server-1 metadata.annotations[rke2.io/node-args]'],
  },
  {
    name: 'drop-ins that k3s was told of',
    given: k3s('["agent","--kubelet-arg=config-dir=/etc/kubelet.d"]'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'arguments that are no list',
    given: k3s('{}'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['metadata.annotations[k3s.io/node-args]'],
  },
  {
    name: 'nothing is known',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'nothing is known as nothing could be read',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    unread: { kubeSystemConfigMaps: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'on a managed cluster the nodes stay the cluster’s own',
    given: UNKNOWN_KUBELET,
    ...LIVE,
    serverVersion: 'v1.35.2-eks-1a2b3c4',
    evidence: kubeBench('4.2.1', 'FAIL'),
    outcome: 'fail',
  },
  {
    name: 'a virtual node',
    given: String(VIRTUAL_NODE),
    ...LIVE,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
