import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverStaticCredentials = defineFlagControl({
  id: 'apiserver-static-credentials',
  title: 'No passwords or tokens lie in files of the API server',
  failureTitle: 'The API server takes passwords or tokens from a file',
  why: 'Credentials in a file never expire and cannot be taken back without a restart, so one copy of the file opens the cluster for good.',
  fix: 'Remove `--token-auth-file` and `--basic-auth-file`, delete the files, and let people sign in through an identity provider.',
  severity: 'high',
  frameworks: {
    nsa: ['A1'],
    cis: { '1.12': ['1.2.2'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file',
  ],
  reads:
    'Whether `--token-auth-file` is set on any API server, or `--basic-auth-file`, which Kubernetes has no more since 1.19 but a fork may.',
  notes:
    'Bootstrap tokens (`--enable-bootstrap-token-auth`) are another thing: they expire, and lie in Secrets.',
  examples: {
    pass: [apiServerPod('--authorization-mode=Node,RBAC')],
    fail: [apiServerPod('--token-auth-file=/etc/kubernetes/tokens.csv')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
