import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';

export const kubeletServingTls = defineKubeletControl({
  id: 'kubelet-serving-tls',
  title:
    'The kubelet serves with a certificate that others can check, and with strong ciphers',
  failureTitle:
    'The kubelet serves with a certificate of its own, or with weak TLS',
  why: 'The API server sends commands and logs through the kubelet; with a certificate that nobody signed it cannot tell the node from somebody in between.',
  fix: 'Set `serverTLSBootstrap: true` in the configuration file of the kubelet and approve its requests for certificates (`kubectl certificate approve`), or give it `tlsCertFile` and `tlsPrivateKeyFile`. Remove a `tlsMinVersion` below `VersionTLS12` and weak suites from `tlsCipherSuites`.',
  severity: 'medium',
  frameworks: {
    nsa: ['N6'],
    cis: { '1.12': ['4.2.9', '4.2.12'] },
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
    'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  ],
  reads: `\`tlsCertFile\` with \`tlsPrivateKeyFile\`, or \`serverTLSBootstrap\`; \`tlsMinVersion\` (1.2 where it is not set); \`tlsCipherSuites\`, or the flags that set the same, of the kubelet of each node. Only suites with forward secrecy and authenticated encryption pass; where none is named, the defaults of Kubernetes from 1.30 on pass with a note. ${KUBELET_READS}`,
  notes:
    'A certificate that the kubelet signs itself is what kubeadm sets up. kube-bench and Trivy do not ask for `serverTLSBootstrap`, so of their checks of the certificate only passes count here.',
  examples: {
    pass: [kubeadmNode('serverTLSBootstrap: true')],
    fail: [
      kubeadmNode('rotateCertificates: true'),
      kubeadmNode(
        'serverTLSBootstrap: true',
        'tlsCipherSuites: [TLS_RSA_WITH_AES_128_CBC_SHA]',
      ),
    ],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
});
