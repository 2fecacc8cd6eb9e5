import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineNodeControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { VIRTUAL_NODE } from '../../kit/kubelet/kubeletExamples';
import {
  IMPORT_NEEDS,
  importedVerdictsOfNode,
} from '../../relate/imports/importedVerdicts';
import { isVirtualNode } from '../../relate/isVirtualNode';
import {
  KUBE_PROXY_NEEDS,
  KubeProxyMetrics,
  metricsOfKubeProxy,
} from '../../relate/metricsOfKubeProxy';

const NEEDS = [...new Set([...KUBE_PROXY_NEEDS, ...IMPORT_NEEDS])] as const;
const CIS = '4.3.1';
const EXPECTED = '127.0.0.1:10249';
/** Only what looks like an address is shown. */
const ADDRESS = /^[\w.:[\]-]{1,100}$/;
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)(?::\d+)?$/;

type Context = ControlContext<(typeof NEEDS)[number]>;

const NODE = `apiVersion: v1
kind: Node
metadata: { name: worker-1 }`;

const withKubeProxy = (address: string) => `${NODE}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: kube-proxy, namespace: kube-system }
spec:
  template:
    spec:
      containers:
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.8
          command: [kube-proxy, --config=/var/lib/kube-proxy/config.conf]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: kube-proxy, namespace: kube-system }
data:
  config.conf: |
    kind: KubeProxyConfiguration
    metricsBindAddress: ${address}`;

export const kubeProxyMetrics = defineNodeControl({
  id: 'kube-proxy-metrics',
  title: 'Metrics of kube-proxy are served to the node alone',
  failureTitle: 'Metrics of kube-proxy are served to the network',
  why: 'Metrics tell, to everybody who reaches the node and without asking for credentials, what services and endpoints the cluster has.',
  fix: 'Set `metricsBindAddress: 127.0.0.1:10249` in the configuration of kube-proxy (`kubectl edit configmap kube-proxy -n kube-system`, key `config.conf`) and restart it: `kubectl rollout restart daemonset kube-proxy -n kube-system`. Let Prometheus scrape it through a proxy on the node that asks for credentials.',
  severity: 'low',
  category: 'node',
  scope: 'node',
  frameworks: {
    nsa: ['N5'],
    cis: { '1.12': [CIS] },
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/',
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/',
  ],
  needs: NEEDS,
  reads:
    'The flag `--metrics-bind-address` of the static pod or DaemonSet of kube-proxy or, where it has `--config`, `metricsBindAddress` in the ConfigMaps `kube-system/kube-proxy` (`config.conf`) and `kube-proxy-config` (`config`, on EKS); `--kube-proxy-arg` in the arguments that k3s writes on its nodes; else the report of kube-bench. Where nothing is set the address is 127.0.0.1:10249. Where no kube-proxy runs, as Cilium or another network does its work, there is nothing to judge.',
  notes:
    'EKS and AKS bind 0.0.0.0 by themselves, and so does who lets Prometheus scrape kube-proxy directly. A kube-proxy outside pods (MicroK8s) is seen by kube-bench only.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [withKubeProxy('""'), withKubeProxy('127.0.0.1:10249')],
    fail: [withKubeProxy('0.0.0.0:10249')],
    notApplicable: [NODE, VIRTUAL_NODE],
    notEvaluated: [
      {
        given: withKubeProxy('""'),
        surroundings: {
          fromCluster: true,
          unread: { kubeSystemConfigMaps: 'forbidden' },
        },
      },
    ],
  },
  evaluate({ object }, context): Judgement {
    if (isVirtualNode(object)) return notApplicable('providerManaged');
    const metrics = unlessMissing(() =>
      unlessMalformed(() => metricsOfKubeProxy(object, context)),
    );
    if (metrics?.is === 'address') return judgeAddress(metrics);
    return (
      judgeReport(object.metadata.name, context) ??
      judgeUnknown(metricsOfKubeProxy(object, context))
    );
  },
});

function judgeAddress({
  address,
  path,
}: Extract<KubeProxyMetrics, { is: 'address' }>): Judgement {
  if (address === '' || LOOPBACK.test(address)) return pass();
  return fail([
    {
      path,
      field: 'metricsBindAddress',
      message: 'kube-proxy serves its metrics on an address of the network',
      ...(ADDRESS.test(address) ? { actual: address } : {}),
      expected: EXPECTED,
    },
  ]);
}

/** What kube-bench says of the node; undefined where it says nothing, or too long ago. */
function judgeReport(node: string, context: Context): Judgement | undefined {
  const [verdict] = importedVerdictsOfNode(context, { cis: CIS }, node).filter(
    ({ isStale }) => !isStale,
  );
  if (!verdict) return undefined;
  const note = `from ${verdict.source}`;
  return verdict.passed
    ? pass(note)
    : fail(
        [
          {
            path: '',
            field: 'metricsBindAddress',
            message: `${verdict.source} finds that kube-proxy serves its metrics on an address of the network`,
            expected: EXPECTED,
          },
        ],
        { note },
      );
}

function judgeUnknown({ is }: KubeProxyMetrics): Judgement {
  return is === 'absent'
    ? notApplicable('nothingToJudge', 'no kube-proxy runs in the cluster')
    : notEvaluated('partial', 'the configuration of kube-proxy does not show');
}
