import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  sensedNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';

export const kubeletAuthorization = defineKubeletControl({
  id: 'kubelet-authorization',
  title: 'The kubelet asks the API server who may do what',
  failureTitle: 'The kubelet allows everything to everybody it knows',
  why: 'Anyone with any credential that the kubelet accepts can run commands in every container of the node.',
  fix: 'Set `authorization: { mode: Webhook }` in the configuration file of the kubelet, give it no `--authorization-mode` flag, and restart it.',
  severity: 'critical',
  frameworks: {
    nsa: ['A2', 'N5'],
    cis: { '1.12': ['4.2.2'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  ],
  reads: `\`authorization.mode\`, or the flag \`--authorization-mode\`, of the kubelet of each node: anything but \`AlwaysAllow\` passes. Unset it is \`Webhook\` with a configuration file, and \`AlwaysAllow\` without one. ${KUBELET_READS}`,
  examples: {
    pass: [kubeadmNode('authorization: { mode: Webhook }')],
    fail: [
      kubeadmNode('authorization: { mode: AlwaysAllow }'),
      sensedNode(
        '/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --authorization-mode=AlwaysAllow',
        'kind: KubeletConfiguration\nauthorization: { mode: Webhook }\n',
      ),
    ],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
});
