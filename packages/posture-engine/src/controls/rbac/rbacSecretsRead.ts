import { SECRET_READING } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(SECRET_READING);

export const rbacSecretsRead = defineRoleBindingControl({
  id: 'rbac-secrets-read',
  title: 'Only who needs them may read Secrets',
  failureTitle: 'Secrets can be read beyond named ones',
  why: 'Secrets hold the passwords and keys of services, so whoever reads them can act as every one of them.',
  fix: 'Name the Secrets that are needed (`kubectl edit role NAME -n NAMESPACE`): `- { apiGroups: [""], resources: [secrets], resourceNames: [web-tls], verbs: [get] }`.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2', 'N7'],
    cis: { '1.12': ['5.1.2'] },
    'nist-800-190': ['4.3.1', '4.1.4'],
    'owasp-k8s': ['K02', 'K03'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    '`list` and `watch` show the contents just as `get` does. `resourceNames` bounds all three: list and watch then need a field selector on the name. cert-manager, External Secrets and ingress controllers read Secrets by design: exempt them by subject.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: own-certificate, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [web-tls], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: own-certificate, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: own-certificate }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-lister }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secret-lister }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-lister }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-reader, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: secret-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-lister }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secret-lister }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-lister }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => FINDER),
});
