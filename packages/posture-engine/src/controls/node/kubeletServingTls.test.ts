import { kubeadmNode, sensedNode } from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletServingTls } from './kubeletServingTls';

const BOOTSTRAP = 'serverTLSBootstrap: true';
const FILE = 'ConfigMap kube-system/kubelet-config data.kubelet';
const STRONG = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
const older = (given: string) => given.replace('v1.35.8', 'v1.29.15');
const trivy = (id: string, success: boolean) => `
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterInfraAssessmentReport
metadata:
  name: node-worker-1
  labels: { trivy-operator.resource.kind: Node, trivy-operator.resource.name: worker-1 }
report: { updateTimestamp: "2026-11-20T06:00:00Z", checks: [{ checkID: ${id}, success: ${success} }] }`;

testControl(
  kubeletServingTls,
  [
    {
      name: 'a certificate that the cluster signs, and the default suites',
      given: kubeadmNode(BOOTSTRAP),
      outcome: 'pass' as const,
      note: /declares; the cipher suites are the defaults of Kubernetes/,
    },
    {
      name: 'a certificate of files',
      given: kubeadmNode('tlsCertFile: /a.crt', 'tlsPrivateKeyFile: /a.key'),
      outcome: 'pass' as const,
    },
    {
      name: 'a certificate that the kubelet makes',
      given: kubeadmNode('serverTLSBootstrap: false'),
      outcome: 'fail' as const,
      severity: 'medium' as const,
      at: [FILE, FILE],
      message: 'tlsCertFile of the kubelet of worker-1 is not set',
    },
    {
      name: 'a certificate without a key',
      given: kubeadmNode('tlsCertFile: /a.crt'),
      outcome: 'fail' as const,
      at: [FILE],
    },
    {
      name: 'TLS 1.3 only',
      given: kubeadmNode(BOOTSTRAP, 'tlsMinVersion: VersionTLS13'),
      outcome: 'pass' as const,
    },
    {
      name: 'TLS 1.1',
      given: kubeadmNode(BOOTSTRAP, 'tlsMinVersion: VersionTLS11'),
      outcome: 'fail' as const,
      at: [`${FILE} tlsMinVersion`],
    },
    {
      name: 'strong suites',
      given: kubeadmNode(BOOTSTRAP, `tlsCipherSuites: [${STRONG}]`),
      outcome: 'pass' as const,
    },
    {
      name: 'a weak suite among strong ones',
      given: kubeadmNode(
        BOOTSTRAP,
        `tlsCipherSuites: [${STRONG}, TLS_RSA_WITH_AES_128_CBC_SHA]`,
      ),
      outcome: 'fail' as const,
      at: [`${FILE} tlsCipherSuites`],
      message:
        'tlsCipherSuites of the kubelet of worker-1 has weak cipher suites',
    },
    {
      name: 'an empty list is the default',
      given: kubeadmNode(BOOTSTRAP, 'tlsCipherSuites: []'),
      outcome: 'pass' as const,
    },
    {
      name: 'the default suites of Kubernetes 1.29',
      given: older(kubeadmNode(BOOTSTRAP)),
      outcome: 'fail' as const,
      at: [FILE],
    },
    {
      name: 'flags',
      given: sensedNode(
        `/usr/bin/kubelet --rotate-server-certificates --tls-cipher-suites=${STRONG}`,
      ),
      outcome: 'pass' as const,
      note: "from Kubescape's KubeletInfo of 2026-11-21",
    },
    {
      name: 'Trivy does not ask for serverTLSBootstrap: its failure counts for nothing',
      given: `${kubeadmNode(BOOTSTRAP)}${trivy('KCV-0088', false)}`,
      outcome: 'pass' as const,
    },
  ].map(row => ({ ...row, fromCluster: true })),
);
