import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverClientCa = defineFlagControl({
  id: 'apiserver-client-ca',
  title: 'The API server knows the CA of client certificates',
  failureTitle: 'The API server knows no CA of client certificates',
  why: 'Kubelets and the parts of the control plane prove who they are by certificates; without their CA the API server cannot tell them from anyone.',
  fix: 'Set `--client-ca-file` to the certificate of the cluster CA, `/etc/kubernetes/pki/ca.crt` with kubeadm.',
  severity: 'medium',
  frameworks: {
    nsa: ['A1'],
    cis: { '1.12': ['1.2.25'] },
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates',
  ],
  reads: 'Whether `--client-ca-file` is set on every API server.',
  examples: {
    pass: [apiServerPod('--client-ca-file=/etc/kubernetes/pki/ca.crt')],
    fail: [apiServerPod('--authorization-mode=Node,RBAC')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
