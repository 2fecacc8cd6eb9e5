import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverRequestTimeout = defineFlagControl({
  id: 'apiserver-request-timeout',
  title: 'Requests to the API server end in time',
  failureTitle: 'Requests to the API server may take very long',
  why: 'Requests that may hang for many minutes let a few clients use up the API server that all others need.',
  fix: 'Remove `--request-timeout`, which leaves it at 60 seconds, or set it to 300 seconds at most.',
  severity: 'info',
  optional: true,
  frameworks: { cis: { '1.12': ['1.2.20'] } },
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  ],
  reads:
    'The flag `--request-timeout` of every API server; the default is one minute, and up to five minutes pass.',
  examples: {
    pass: [
      apiServerPod('--authorization-mode=Node,RBAC'),
      apiServerPod('--request-timeout=300s'),
    ],
    fail: [apiServerPod('--request-timeout=30m')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
