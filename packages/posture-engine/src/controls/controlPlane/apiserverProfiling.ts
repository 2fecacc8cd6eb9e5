import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';

const OFF = ['--profiling=false'];

export const apiserverProfiling = defineFlagControl({
  id: 'apiserver-profiling',
  title: 'The control plane does not serve profiles of itself',
  failureTitle: 'A part of the control plane serves profiles of itself',
  why: 'Profiles show what runs inside the control plane and cost it time, and nobody needs them until something is wrong.',
  fix: 'Give the API server, the controller manager and the scheduler `--profiling=false` each. A scheduler with a configuration file takes `enableProfiling: false` from there.',
  severity: 'low',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['1.2.15', '1.3.2', '1.4.1'] },
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  ],
  reads:
    'The flag `--profiling` of every API server, controller manager and scheduler; it is true where it is not set. A scheduler with `--config` takes the setting from that file, which no API shows.',
  notes:
    'Profiles are served to those only who may read `/debug/pprof`, so the severity is low. The CIS report of Trivy judges the scheduler by the check for the controller manager; here each has its own.',
  examples: {
    pass: [
      [
        apiServerPod(...OFF),
        staticPod('kube-controller-manager', OFF),
        staticPod('kube-scheduler', OFF),
      ].join('\n---\n'),
    ],
    fail: [
      [
        apiServerPod(...OFF),
        staticPod('kube-controller-manager', OFF),
        staticPod('kube-scheduler', ['--leader-elect=true']),
      ].join('\n---\n'),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE, apiServerPod(...OFF)],
  },
});
