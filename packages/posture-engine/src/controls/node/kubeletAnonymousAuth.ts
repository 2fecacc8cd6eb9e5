import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  sensedNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';

export const kubeletAnonymousAuth = defineKubeletControl({
  id: 'kubelet-anonymous-auth',
  title: 'The kubelet answers nobody without credentials',
  failureTitle: 'The kubelet answers anybody, without credentials',
  why: 'Whoever reaches the node over the network can ask its kubelet about every pod there, and may run commands in them.',
  fix: 'Set `authentication: { anonymous: { enabled: false } }` in the configuration file of the kubelet, give it no `--anonymous-auth` flag, and restart it.',
  severity: 'critical',
  frameworks: {
    nsa: ['A1', 'N5'],
    cis: { '1.12': ['4.2.1'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  ],
  reads: `\`authentication.anonymous.enabled\`, or the flag \`--anonymous-auth\`, of the kubelet of each node. Unset it is false with a configuration file, and true without one. ${KUBELET_READS}`,
  notes:
    "Trivy's check passes where it saw no value, so only its failures count here.",
  examples: {
    pass: [kubeadmNode('authentication: { anonymous: { enabled: false } }')],
    fail: [
      kubeadmNode('authentication: { anonymous: { enabled: true } }'),
      sensedNode('/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf'),
    ],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
});
