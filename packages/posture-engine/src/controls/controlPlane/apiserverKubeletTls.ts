import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverKubeletTls = defineFlagControl({
  id: 'apiserver-kubelet-tls',
  title: 'The API server verifies the kubelets it speaks to',
  failureTitle: 'The API server does not verify the kubelets it speaks to',
  why: 'Logs, shells and port forwards run from the API server to the kubelet, so whoever can pose as a kubelet reads and alters them.',
  fix: 'Set `--kubelet-client-certificate`, `--kubelet-client-key` and `--kubelet-certificate-authority` on every API server. For the last one kubelets need certificates of the cluster CA: set `serverTLSBootstrap: true` in their configuration and approve the requests with `kubectl certificate approve`.',
  severity: 'high',
  frameworks: {
    nsa: ['N6'],
    cis: { '1.12': ['1.2.4', '1.2.5'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/#apiserver-to-kubelet',
    'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
  ],
  reads:
    'Whether all three flags are set on every API server. None has a default.',
  notes:
    'kubeadm and kind leave `--kubelet-certificate-authority` out, as their kubelets sign their serving certificates themselves: a true gap of every such cluster. `--kubelet-https` is gone since Kubernetes 1.22 and is not asked for.',
  examples: {
    pass: [
      apiServerPod(
        '--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt',
        '--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key',
        '--kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt',
      ),
    ],
    fail: [
      apiServerPod(
        '--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt',
        '--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key',
      ),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
