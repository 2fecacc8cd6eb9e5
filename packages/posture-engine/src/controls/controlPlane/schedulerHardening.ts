import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';

export const schedulerHardening = defineFlagControl({
  id: 'scheduler-hardening',
  title: 'The scheduler is reached from its own node only',
  failureTitle: 'The scheduler listens on the network',
  why: 'The scheduler serves nothing that others need, and every open port of the control plane is one more to attack.',
  fix: 'Set `--bind-address=127.0.0.1`.',
  severity: 'low',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['1.4.2'] },
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
  ],
  reads:
    'The flag `--bind-address` of every scheduler; it is 0.0.0.0 where it is not set, and only a loopback address passes.',
  notes:
    'kube-bench passes a flag that is not set; here it fails, and such a pass of an imported report is not gone by. Sites that scrape the metrics from other nodes set 0.0.0.0 on purpose, and since Kubernetes 1.23 those metrics ask for credentials.',
  examples: {
    pass: [staticPod('kube-scheduler', ['--bind-address=127.0.0.1'])],
    fail: [
      staticPod('kube-scheduler', ['--bind-address=0.0.0.0']),
      staticPod('kube-scheduler', ['--leader-elect=true']),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
