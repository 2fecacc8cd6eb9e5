import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';

const KUBEADM = [
  '--bind-address=127.0.0.1',
  '--root-ca-file=/etc/kubernetes/pki/ca.crt',
  '--service-account-private-key-file=/etc/kubernetes/pki/sa.key',
];

export const controllerManagerHardening = defineFlagControl({
  id: 'controller-manager-hardening',
  title: 'The controller manager runs with its safe settings',
  failureTitle: 'The controller manager lacks a safe setting',
  why: 'The controller manager may do nearly everything in the cluster, so each of its controllers should have its own account, and no one else should reach it.',
  fix: 'Set `--use-service-account-credentials=true`, `--service-account-private-key-file`, `--root-ca-file` and `--bind-address=127.0.0.1`, and leave `--terminated-pod-gc-threshold` above 0.',
  severity: 'medium',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['1.3.1', '1.3.3', '1.3.4', '1.3.5', '1.3.7'] },
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
  ],
  reads:
    'Five flags of every controller manager: `--use-service-account-credentials` (false by default), `--service-account-private-key-file` and `--root-ca-file` (no default), `--bind-address` (0.0.0.0 by default; only a loopback address passes) and `--terminated-pod-gc-threshold` (12500 by default; only 0 or less fails).',
  notes:
    'kube-bench passes a `--bind-address` that is not set, though the default is every address of the node; here it fails, and such a pass of an imported report is not gone by. Sites that scrape the metrics from other nodes set 0.0.0.0 on purpose, and since Kubernetes 1.23 those metrics ask for credentials: an exemption is the place to say so.',
  examples: {
    pass: [
      staticPod('kube-controller-manager', [
        ...KUBEADM,
        '--use-service-account-credentials=true',
      ]),
    ],
    fail: [
      staticPod('kube-controller-manager', KUBEADM),
      staticPod('kube-controller-manager', [
        ...KUBEADM,
        '--use-service-account-credentials=true',
        '--bind-address=0.0.0.0',
      ]),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
