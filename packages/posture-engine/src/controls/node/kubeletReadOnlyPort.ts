import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  sensedNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';

export const kubeletReadOnlyPort = defineKubeletControl({
  id: 'kubelet-read-only-port',
  title: 'The read-only port of the kubelet is closed',
  failureTitle:
    'The kubelet tells about its pods on a port that asks for no credentials',
  why: 'Everyone who reaches the port can read the specification of every pod on the node, with all its environment variables.',
  fix: 'Set `readOnlyPort: 0` in the configuration file of the kubelet, give it no `--read-only-port` flag, and restart it. Let what reads metrics there use the authenticated port 10250.',
  severity: 'high',
  frameworks: {
    nsa: ['N5'],
    cis: { '1.12': ['4.2.4'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
  ],
  reads: `\`readOnlyPort\`, or the flag \`--read-only-port\`, of the kubelet of each node. Unset it is 0 with a configuration file, and 10255 without one. ${KUBELET_READS}`,
  notes:
    'kube-bench and Trivy pass a port that is not set at all, which is open where the kubelet has no configuration file, so only their failures count here. k3s 1.32.0 to 1.32.3 opened the port by mistake. Some monitoring on GKE reads from it.',
  examples: {
    pass: [kubeadmNode('readOnlyPort: 0')],
    fail: [
      kubeadmNode('readOnlyPort: 10255'),
      sensedNode('/usr/bin/kubelet --anonymous-auth=false'),
    ],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
});
