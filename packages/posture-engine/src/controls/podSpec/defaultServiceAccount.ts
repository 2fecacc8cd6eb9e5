import { defineControl, onPod } from '../../kit';
import {
  explicitTokenVolumes,
  serviceAccountOf,
  tokenAutomount,
} from '../../relate/serviceAccountToken';

export const defaultServiceAccount = defineControl({
  id: 'default-service-account',
  title: 'Workloads with a token run under a service account of their own',
  failureTitle: 'A workload carries the token of the default service account',
  why: 'All pods of a namespace that name no account share the default one, so a right granted to one of them is granted to all, and nobody can tell them apart.',
  fix: 'Create a ServiceAccount for the workload and name it in `serviceAccountName`; or, where the program does not use the Kubernetes API, set `automountServiceAccountToken: false`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P5', 'A2'],
    cis: { '1.12': ['5.1.5'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K01', 'K09'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  ],
  needs: ['serviceAccounts'],
  reads:
    '`serviceAccountName`, or the deprecated `serviceAccount`; unset is `default`. Whether a token is mounted: `automountServiceAccountToken` of the pod, else of the account, else true; and volumes that project a token.',
  notes:
    'A pod under the default account that carries no token passes: there is nothing to take. The patch takes the token away, for no account can be named that is not there.',
  examples: {
    pass: [
      `serviceAccountName: web
containers: [{ name: web }]`,
      `automountServiceAccountToken: false
containers: [{ name: web }]`,
    ],
    fail: [
      'containers: [{ name: web }]',
      `serviceAccountName: default
containers: [{ name: web }]`,
    ],
  },
  evaluate: onPod<'serviceAccounts'>((workload, { inventory }) => {
    if (serviceAccountOf(workload) !== 'default') return undefined;
    const projected = explicitTokenVolumes(workload);
    if (
      projected.length === 0 &&
      !tokenAutomount(workload, () => inventory.serviceAccounts).mounted
    )
      return undefined;
    return {
      at: 'serviceAccountName',
      message: projected.length
        ? 'a volume projects a token of the account "default"'
        : 'the token of the account "default" is mounted',
      ...(workload.serviceAccountName ? { actual: 'default' } : {}),
      expected: projected.length
        ? 'an account of its own'
        : 'an account of its own, or no token',
    };
  }),
  patch: violations =>
    violations.some(({ expected }) => expected === 'an account of its own')
      ? undefined
      : { automountServiceAccountToken: false },
});
