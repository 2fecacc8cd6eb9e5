import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverServiceAccounts = defineFlagControl({
  id: 'apiserver-service-accounts',
  title: 'Tokens of service accounts are checked and short-lived',
  failureTitle: 'Tokens of service accounts live longer than they need to',
  why: 'A stolen token of a service should die with its pod or within the hour, not serve a thief for a year.',
  fix: 'Set `--service-account-extend-token-expiration=false` and `--service-account-key-file`, and leave `--service-account-lookup` at its default. Before that, see in the metric `serviceaccount_stale_tokens_total` whether an old client still uses tokens that have expired.',
  severity: 'low',
  frameworks: {
    nsa: ['A1'],
    cis: { '1.12': ['1.2.21', '1.2.22', '1.2.30'] },
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
  ],
  reads:
    'The flags `--service-account-lookup` (true by default), `--service-account-key-file` or `--service-account-signing-endpoint` (no default) and `--service-account-extend-token-expiration` (true by default) of every API server.',
  notes:
    'The extension is new in CIS 1.11 and on by default in every cluster, so this fails nearly everywhere: with it, a token that says one hour is taken for a year. Clients that read their token once and never again break without it.',
  examples: {
    pass: [
      apiServerPod(
        '--service-account-key-file=/etc/kubernetes/pki/sa.pub',
        '--service-account-extend-token-expiration=false',
      ),
    ],
    fail: [
      apiServerPod('--service-account-key-file=/etc/kubernetes/pki/sa.pub'),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
