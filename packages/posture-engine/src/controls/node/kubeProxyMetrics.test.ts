import { testControl } from '../../testing';
import { kubeProxyMetrics } from './kubeProxyMetrics';

const node = (rest = '', annotations = '{}') => `apiVersion: v1
kind: Node
metadata: { name: worker-1, annotations: ${annotations} }
status: { nodeInfo: { operatingSystem: linux } }${rest}`;
const WINDOWS = node().replace('linux', 'windows');
const daemonSet = (
  command: string,
  image = 'registry.k8s.io/kube-proxy:v1.35.8',
) => `
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: kube-proxy, namespace: kube-system }
spec: { template: { spec: { containers: [{ name: proxy, image: "${image}", command: ${command} }] } } }`;
const staticPod = (command: string, on = 'worker-1') => `
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-proxy-${on}
  namespace: kube-system
  annotations: { kubernetes.io/config.mirror: "5d9a" }
spec:
  nodeName: ${on}
  containers: [{ name: kube-proxy, image: gke.gcr.io/kube-proxy-amd64:v1.34.4, command: ${command} }]`;
const configMap = (text: string, name = 'kube-proxy', key = 'config.conf') => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data:
  ${key}: |
    ${text}`;
const k3s = (args: string) => node('', `{ k3s.io/node-args: '${args}' }`);
const CONFIG = '[kube-proxy, --config=/var/lib/kube-proxy/config.conf]';
const LIVE = { fromCluster: true };
const kubeBench = (status: string) => ({
  imports: [
    {
      kind: 'kube-bench' as const,
      node: 'worker-1',
      receivedAt: Date.UTC(2026, 10, 20),
      document: {
        version: 'cis-1.12',
        tests: [{ results: [{ test_number: '4.3.1', status }] }],
      },
    },
  ],
});

testControl(kubeProxyMetrics, [
  ...['""', '127.0.0.1:10249', '127.0.0.1', '"[::1]:10249"', 'null'].map(
    address => ({
      name: `the file says ${address}`,
      given: `${node()}${daemonSet(CONFIG)}${configMap(
        `metricsBindAddress: ${address}`,
      )}`,
      ...LIVE,
      outcome: 'pass' as const,
    }),
  ),
  ...['0.0.0.0:10249', '"[::]:10249"', '10.0.0.1:10249', '":10249"'].map(
    address => ({
      name: `the file says ${address}`,
      given: `${node()}${daemonSet(CONFIG)}${configMap(
        `metricsBindAddress: ${address}`,
      )}`,
      ...LIVE,
      outcome: 'fail' as const,
      severity: 'low' as const,
      at: [
        'ConfigMap kube-system/kube-proxy data[config.conf] metricsBindAddress',
      ],
    }),
  ),
  {
    name: 'the file of EKS',
    given: `${node()}${daemonSet(
      '[kube-proxy, --config=/var/lib/kube-proxy-config/config]',
    )}${configMap('{}', 'kube-proxy', 'kubeconfig')}${configMap(
      'metricsBindAddress: 0.0.0.0:10249',
      'kube-proxy-config',
      'config',
    )}`,
    ...LIVE,
    outcome: 'fail',
    at: [
      'ConfigMap kube-system/kube-proxy-config data[config] metricsBindAddress',
    ],
  },
  {
    name: 'a flag beside a file counts for nothing',
    given: `${node()}${daemonSet(
      '[kube-proxy, --config=/c, --metrics-bind-address=0.0.0.0]',
    )}${configMap('metricsBindAddress: ""')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a flag without a file',
    given: `${node()}${daemonSet(
      '[kube-proxy, --metrics-bind-address=0.0.0.0:10249]',
    )}${configMap('metricsBindAddress: ""')}`,
    ...LIVE,
    outcome: 'fail',
    at: [
      'DaemonSet kube-system/kube-proxy spec.template.spec.containers[0].command',
    ],
  },
  {
    name: 'a flag whose value comes from elsewhere',
    given: `${node()}${daemonSet(
      '[kube-proxy, --metrics-bind-address=$(HOST_IP):10249]',
    )}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'neither flag nor file: a static pod, as on GKE',
    given: `${node()}${staticPod('[/bin/sh, -c, exec kube-proxy --v=2]')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a flag in the script of a static pod',
    given: `${node()}${staticPod(
      '[/bin/sh, -c, exec kube-proxy --v=2 --metrics-bind-address=0.0.0.0:10249]',
    )}`,
    ...LIVE,
    outcome: 'fail',
    at: ['Pod kube-system/kube-proxy-worker-1 spec.containers[0].command'],
  },
  {
    name: 'a static pod on another node only',
    given: `${node()}${staticPod('[kube-proxy]', 'worker-2')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'the DaemonSet of Linux is not on Windows',
    given: `${WINDOWS}${daemonSet('[kube-proxy]')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'no kube-proxy: something else does its work',
    given: node(),
    ...LIVE,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'no kube-proxy in pods, but one that kube-bench found',
    given: node(),
    ...LIVE,
    evidence: kubeBench('FAIL'),
    outcome: 'fail',
    note: 'from a kube-bench report of 2026-11-20',
  },
  {
    name: 'a file that is not there, and kube-bench passes',
    given: `${node()}${daemonSet(CONFIG)}`,
    ...LIVE,
    evidence: kubeBench('PASS'),
    outcome: 'pass',
  },
  {
    name: 'a file that is not there',
    given: `${node()}${daemonSet(CONFIG)}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a file that was not read',
    given: `${node()}${daemonSet(CONFIG)}`,
    ...LIVE,
    unread: { kubeSystemConfigMaps: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'static pods that were not read may run it',
    given: node(),
    ...LIVE,
    unread: { staticPods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'no YAML',
    given: `${node()}${daemonSet(CONFIG)}${configMap('[')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'the wrong type',
    given: `${node()}${daemonSet(CONFIG)}${configMap('metricsBindAddress: 7')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  { name: 'k3s', given: k3s('["agent"]'), ...LIVE, outcome: 'pass' },
  {
    name: 'an argument of k3s',
    given: k3s('["server","--kube-proxy-arg=metrics-bind-address=0.0.0.0"]'),
    ...LIVE,
    outcome: 'fail',
    at: ['Node worker-1 metadata.annotations[k3s.io/node-args]'],
  },
  {
    name: 'k3s without kube-proxy',
    given: k3s('["server","--disable-kube-proxy"]'),
    ...LIVE,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
]);
