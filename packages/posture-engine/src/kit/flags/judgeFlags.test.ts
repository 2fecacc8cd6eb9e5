import { ControlCase, testControl } from '../../testing';
import { apiserverProfiling } from '../../controls/controlPlane/apiserverProfiling';
import { apiserverRequestTimeout } from '../../controls/controlPlane/apiserverRequestTimeout';
import { apiserverStaticCredentials } from '../../controls/controlPlane/apiserverStaticCredentials';
import { apiserverAdmissionCore } from '../../controls/controlPlane/apiserverAdmissionCore';
import { apiServerPod, staticPod } from './flagExamples';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;
const k3sNode = (args: string, name = 'server-1') => `apiVersion: v1
kind: Node
metadata: { name: ${name}, annotations: { k3s.io/node-args: '${args}' } }`;
const controlPlaneInfo = (
  cmdLine: string,
  lastSensed = '2026-11-20T08:00:00Z',
) =>
  `apiVersion: hostdata.kubescape.cloud/v1beta1
kind: ControlPlaneInfo
metadata: { name: cp-1 }
spec: { nodeName: cp-1, APIServerInfo: { cmdLine: "${cmdLine}" } }
status: { lastSensed: "${lastSensed}" }`;
const sensed = (given: string): Pick<ControlCase, 'given' | 'fromCluster'> => ({
  given,
  fromCluster: true,
});
const kubeBench = (status: string, days = 1, node = 'cp-1') => ({
  kind: 'kube-bench' as const,
  receivedAt: Date.UTC(2026, 10, 21, 12) - days * 24 * 60 * 60 * 1000,
  node,
  document: {
    Controls: [
      {
        version: 'cis-1.12',
        tests: [{ results: [{ test_number: '1.2.2', status }] }],
      },
    ],
  },
});
const TOKENS = '--token-auth-file=/etc/kubernetes/tokens.csv';
const controlPlaneNode = (name: string) => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { node-role.kubernetes.io/control-plane: "" } }`;

testControl(apiserverStaticCredentials, [
  {
    name: 'says where a pass was read',
    ...sensed(apiServerPod('--profiling=false')),
    outcome: 'pass',
    note: /^from the static pods of 1 node$/,
  },
  {
    name: 'one of three API servers fails',
    ...sensed(
      ['cp-1', 'cp-2', 'cp-3']
        .map(node =>
          staticPod('kube-apiserver', node === 'cp-2' ? [TOKENS] : [], node),
        )
        .join('\n---\n'),
    ),
    outcome: 'fail',
    at: ['Pod kube-system/kube-apiserver-cp-2 spec.containers[0].command[1]'],
    message: '--token-auth-file of kube-apiserver-cp-2 is set',
    note: 'from the static pods of 3 nodes',
  },
  {
    name: 'flags in args',
    ...sensed(apiServerPod(TOKENS).replace('command:', 'args:')),
    outcome: 'fail',
    at: ['Pod kube-system/kube-apiserver-cp-1 spec.containers[0].args[1]'],
  },
  {
    name: 'a value of its own',
    ...sensed(apiServerPod('--token-auth-file', '/etc/kubernetes/tokens.csv')),
    outcome: 'fail',
  },
  {
    name: 'a script',
    ...sensed(
      apiServerPod().replace(
        '- kube-apiserver',
        `- "exec kube-apiserver ${TOKENS} --v=2"`,
      ),
    ),
    outcome: 'fail',
  },
  {
    name: 'null lists',
    ...sensed(
      apiServerPod().replace(
        /command:[\s\S]*/,
        'command: null\n      args: null',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'a command of the wrong type',
    ...sensed(apiServerPod().replace(/command:[\s\S]*/, 'command: 7')),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a broken static pod of something else hides nothing',
    ...sensed(
      `${apiServerPod(TOKENS)}\n---\n${apiServerPod()
        .replaceAll('kube-apiserver', 'kube-vip')
        .replace(/containers:[\s\S]*/, 'containers: 7')}`,
    ),
    outcome: 'fail',
  },
  {
    name: 'a pod that is no static pod proves nothing',
    ...sensed(apiServerPod(TOKENS).replace('config.mirror', 'config.source')),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'OpenShift, whose flags lie in a file',
    ...sensed(
      apiServerPod('--openshift-config=/etc/config.yaml').replace(
        'namespace: kube-system',
        'namespace: openshift-kube-apiserver',
      ),
    ),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
    note: /do not show the value of --token-auth-file/,
  },
  {
    name: '/flagz where no pod is visible',
    ...sensed(NAMESPACE),
    evidence: { apiServerFlags: [{ flags: { 'token-auth-file': '' } }] },
    outcome: 'pass',
    note: 'from /flagz',
  },
  {
    name: '/flagz that names a file',
    ...sensed(NAMESPACE),
    evidence: { apiServerFlags: [{ flags: { 'token-auth-file': '/t.csv' } }] },
    outcome: 'fail',
    at: ['API server /flagz token-auth-file'],
  },
  {
    name: 'static pods before /flagz',
    ...sensed(apiServerPod(TOKENS)),
    evidence: { apiServerFlags: [{ flags: {} }] },
    outcome: 'fail',
  },
  {
    name: '/flagz where static pods may not be read',
    ...sensed(NAMESPACE),
    evidence: { apiServerFlags: [{ flags: {} }] },
    unread: { staticPods: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'the arguments of k3s',
    ...sensed(k3sNode('["server","--cluster-init"]')),
    outcome: 'pass',
    note: 'from the arguments of k3s on 1 node, and what it sets by itself',
  },
  {
    name: 'an argument that k3s hands on',
    ...sensed(
      k3sNode('["server","--kube-apiserver-arg=token-auth-file=/t.csv"]'),
    ),
    outcome: 'fail',
    at: ['Node server-1 metadata.annotations[k3s.io/node-args]'],
  },
  {
    name: 'an argument that k3s hands on, as a word of its own',
    ...sensed(
      k3sNode('["server","--kube-apiserver-arg","token-auth-file=/t.csv"]'),
    ),
    outcome: 'fail',
  },
  {
    name: 'agents of k3s, which run no control plane',
    ...sensed(k3sNode('["agent"]')),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'arguments of k3s that are no JSON',
    ...sensed(k3sNode('[server')),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'the process list of Kubescape',
    ...sensed(controlPlaneInfo(`kube-apiserver --profiling=false ${TOKENS}`)),
    outcome: 'fail',
    at: ['Node cp-1 ControlPlaneInfo'],
    note: "from Kubescape's ControlPlaneInfo of 2026-11-20",
  },
  {
    name: 'an old process list',
    ...sensed(
      controlPlaneInfo(`kube-apiserver ${TOKENS}`, '2026-11-01T08:00:00Z'),
    ),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'an imported pass',
    ...sensed(NAMESPACE),
    evidence: { imports: [kubeBench('PASS')] },
    outcome: 'pass',
    note: 'from a kube-bench report of 2026-11-20',
  },
  {
    name: 'an imported failure',
    ...sensed(NAMESPACE),
    evidence: { imports: [kubeBench('FAIL')] },
    outcome: 'fail',
    at: ['Node cp-1'],
    message:
      'a kube-bench report of 2026-11-20 finds --token-auth-file not as it should be',
  },
  {
    name: 'a check that the report leaves to a person',
    ...sensed(NAMESPACE),
    evidence: { imports: [kubeBench('WARN')] },
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'an old report',
    ...sensed(NAMESPACE),
    evidence: { imports: [kubeBench('PASS', 91)] },
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'a document that is none',
    ...sensed(NAMESPACE),
    evidence: { imports: [{ ...kubeBench('PASS'), document: { a: 1 } }] },
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'reports of one of two nodes',
    ...sensed(`${controlPlaneNode('cp-1')}\n---\n${controlPlaneNode('cp-2')}`),
    evidence: { imports: [kubeBench('PASS')] },
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'reports of both nodes',
    ...sensed(`${controlPlaneNode('cp-1')}\n---\n${controlPlaneNode('cp-2')}`),
    evidence: { imports: [kubeBench('PASS'), kubeBench('PASS', 2, 'cp-2')] },
    outcome: 'pass',
  },
  {
    name: 'flags before reports',
    ...sensed(apiServerPod()),
    evidence: { imports: [kubeBench('FAIL')] },
    outcome: 'pass',
  },
  {
    name: 'a report where the flags lie in a file',
    ...sensed(apiServerPod('--openshift-config=/etc/config.yaml')),
    evidence: { imports: [kubeBench('PASS')] },
    outcome: 'pass',
  },
  {
    name: 'static pods that may not be read, and nothing else',
    ...sensed(NAMESPACE),
    unread: { staticPods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'manifests, which show no control plane',
    given: apiServerPod(TOKENS),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'EKS',
    ...sensed(NAMESPACE),
    serverVersion: 'v1.33.0-eks-a1b2',
    outcome: 'notApplicable',
    reason: 'providerManaged',
    note: 'Amazon EKS runs the control plane',
  },
]);

testControl(apiserverProfiling, [
  {
    name: 'a controller manager that nothing shows',
    ...sensed(apiServerPod('--profiling=false')),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: 'from the static pods of 1 node; unknown: --profiling',
  },
  {
    name: 'a failure beside what nothing shows',
    ...sensed(apiServerPod('--profiling=true')),
    outcome: 'fail',
    message: '--profiling of kube-apiserver-cp-1 is not false',
  },
  {
    name: 'three components, none set',
    ...sensed(
      [
        apiServerPod(),
        staticPod('kube-controller-manager', []),
        staticPod('kube-scheduler', []),
      ].join('\n---\n'),
    ),
    outcome: 'fail',
    at: [
      'Pod kube-system/kube-apiserver-cp-1 spec.containers[0].command',
      'Pod kube-system/kube-controller-manager-cp-1 spec.containers[0].command',
      'Pod kube-system/kube-scheduler-cp-1 spec.containers[0].command',
    ],
    message: '--profiling of kube-apiserver-cp-1 is not set, so it is true',
  },
  {
    name: 'a flag given twice: the last wins',
    ...sensed(apiServerPod('--profiling=false', '--profiling=true')),
    outcome: 'fail',
  },
  {
    name: 'a scheduler with a file',
    ...sensed(
      [
        apiServerPod('--profiling=false'),
        staticPod('kube-controller-manager', ['--profiling=false']),
        staticPod('kube-scheduler', [
          '--config=/etc/kubernetes/scheduler.yaml',
        ]),
      ].join('\n---\n'),
    ),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'k3s, which turns it off in all three',
    ...sensed(k3sNode('["server"]')),
    outcome: 'pass',
  },
  {
    name: 'k3s that is told to turn it on',
    ...sensed(k3sNode('["server","--kube-scheduler-arg=profiling=true"]')),
    outcome: 'fail',
    message: '--profiling of the kube-scheduler of server-1 is not false',
  },
]);

testControl(apiserverAdmissionCore, [
  {
    name: 'k3s with a list that adds to its own',
    ...sensed(
      k3sNode(
        '["server","--kube-apiserver-arg=enable-admission-plugins+=AlwaysPullImages"]',
      ),
    ),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'k3s with a list of its own',
    ...sensed(
      k3sNode(
        '["server","--kube-apiserver-arg=enable-admission-plugins=AlwaysPullImages"]',
      ),
    ),
    outcome: 'fail',
  },
]);

testControl(apiserverRequestTimeout, [
  {
    name: 'a value that is no duration',
    ...sensed(apiServerPod('--request-timeout=long')),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'a value that is taken from elsewhere',
    ...sensed(apiServerPod('--request-timeout=$(TIMEOUT)')),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
]);
