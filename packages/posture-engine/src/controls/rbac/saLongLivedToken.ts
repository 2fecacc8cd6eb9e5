import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { ObjectSubject } from '../../model/judgedSubject';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  cappedViolations,
  defineServiceAccountControl,
  fail,
  notEvaluated,
  pass,
} from '../../kit';
import { tokenSecretsOf } from '../../relate/tokenSecrets';

const INVALID_SINCE = 'kubernetes.io/legacy-token-invalid-since';
const LAST_USED = 'kubernetes.io/legacy-token-last-used';

export const saLongLivedToken = defineServiceAccountControl({
  id: 'sa-long-lived-token',
  title: 'No Secret holds a token of a service account that never expires',
  failureTitle: 'A token of the service account never expires',
  why: 'A token in a Secret works until somebody deletes it, wherever a copy of it lies.',
  fix: 'Ask for tokens that expire: a projected volume with `serviceAccountToken`, or `kubectl create token NAME -n NAMESPACE --duration=1h`. Then delete the Secret: `kubectl delete secret NAME -n NAMESPACE`.',
  severity: 'medium',
  category: 'rbac',
  scope: 'serviceAccount',
  frameworks: {
    nsa: ['A1', 'N7'],
    cis: { '1.12': ['3.1.2'] },
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03', 'K09'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
    'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
  ],
  needs: ['tokenSecrets'],
  reads:
    'Metadata of the Secrets of type `kubernetes.io/service-account-token`, never their data: the annotation `kubernetes.io/service-account.name`, and the labels by which the cluster says when a token was last used and that it was marked invalid.',
  notes:
    'Even a list of metadata needs the right to list Secrets, so this is off unless asked for: then it is not evaluated. A token that the cluster marked invalid (`legacy-token-invalid-since`) opens nothing, and passes. Clusters before 1.24 made such a Secret for every account. The label of the last use is there from 1.26 on, and only after the token was used.',
  examples: {
    pass: [
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: Secret
metadata:
  name: web-token
  namespace: shop
  annotations: { kubernetes.io/service-account.name: web }
  labels: { kubernetes.io/legacy-token-last-used: "2026-03-01" }
type: kubernetes.io/service-account-token`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }`,
        surroundings: { unread: { tokenSecrets: 'forbidden' } },
      },
    ],
  },
  evaluate(
    { subject: { namespace = 'default', name }, implied }: ObjectSubject,
    { inventory }: ControlContext<'tokenSecrets'>,
  ) {
    const all = tokenSecretsOf(inventory.tokenSecrets, namespace, name);
    const valid = all.filter(
      ({ metadata }) => metadata.labels?.[INVALID_SINCE] === undefined,
    );
    if (valid.length) return fail(cappedViolations(valid.map(violationOf)));
    if (implied)
      return notEvaluated('partial', 'only the name of the account is known');
    return pass(
      all.length
        ? 'tokens that the cluster marked invalid are left'
        : undefined,
    );
  },
});

function violationOf({ metadata }: KubernetesObject): Violation {
  const place = `Secret ${metadata.namespace ?? 'default'}/${metadata.name}`;
  const lastUsed = metadata.labels?.[LAST_USED];
  return {
    path: place,
    field: place,
    message: `Secret "${metadata.name}" holds a token that never expires, ${
      lastUsed ? `last used on ${lastUsed}` : 'whose last use is not known'
    }`,
    expected: 'no such Secret',
  };
}
