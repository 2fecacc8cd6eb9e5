import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';

export const kubeletClientCa = defineKubeletControl({
  id: 'kubelet-client-ca',
  title: 'The kubelet checks the certificates of its clients',
  failureTitle:
    'The kubelet knows no authority for the certificates of its clients',
  why: 'Without an authority the kubelet cannot tell the API server from anybody else who shows a certificate.',
  fix: 'Set `authentication: { x509: { clientCAFile: /etc/kubernetes/pki/ca.crt } }` in the configuration file of the kubelet, with the path of the authority that signs the certificate of the API server, and restart it.',
  severity: 'high',
  frameworks: {
    nsa: ['A1', 'N6'],
    cis: { '1.12': ['4.2.3'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  ],
  reads: `\`authentication.x509.clientCAFile\`, or the flag \`--client-ca-file\`, of the kubelet of each node; nothing holds where it is not set. ${KUBELET_READS}`,
  examples: {
    pass: [
      kubeadmNode(
        'authentication: { x509: { clientCAFile: /etc/kubernetes/pki/ca.crt } }',
      ),
    ],
    fail: [kubeadmNode('authentication: { x509: {} }')],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
});
