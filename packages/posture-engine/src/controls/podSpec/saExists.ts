import { defineControl, onPod } from '../../kit';
import {
  findServiceAccount,
  serviceAccountOf,
} from '../../relate/serviceAccountToken';

export const saExists = defineControl({
  id: 'sa-exists',
  title: 'The service account that a workload names exists',
  failureTitle: 'A workload names a service account that does not exist',
  why: 'The API server refuses pods whose account is missing, so the next restart or roll-out of the workload fails.',
  fix: 'Create the ServiceAccount in the namespace of the workload, or correct `serviceAccountName`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'pod',
  optional: true,
  frameworks: { nsa: ['P5'] },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  ],
  needs: ['serviceAccounts'],
  reads:
    '`serviceAccountName`, or the deprecated `serviceAccount`, and the ServiceAccounts of the namespace.',
  notes:
    'The account `default` exists in every namespace, for the control plane makes it, and is never missing. Of manifests, an account that another chart brings is reported as missing.',
  examples: {
    pass: [
      'containers: [{ name: web }]',
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  serviceAccountName: web
  containers: [{ name: web }]`,
    ],
    fail: [
      `serviceAccountName: web
containers: [{ name: web }]`,
    ],
    notEvaluated: [
      {
        given: `serviceAccountName: web
containers: [{ name: web }]`,
        surroundings: { unread: { serviceAccounts: 'forbidden' } },
      },
    ],
  },
  evaluate: onPod<'serviceAccounts'>((workload, { inventory }) => {
    const name = serviceAccountOf(workload);
    if (
      name === 'default' ||
      findServiceAccount(workload.namespace, name, inventory.serviceAccounts)
    )
      return undefined;
    return {
      at: 'serviceAccountName',
      message: `there is no service account "${name}" in namespace "${workload.namespace}"`,
      actual: name,
      expected: 'the name of an account that exists',
    };
  }),
});
