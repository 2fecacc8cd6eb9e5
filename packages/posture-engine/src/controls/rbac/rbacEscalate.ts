import { ESCALATION } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(ESCALATION);

export const rbacEscalate = defineRoleBindingControl({
  id: 'rbac-escalate',
  title: 'Nobody may give himself more rights',
  failureTitle: 'Rights can be raised by bind, escalate or impersonate',
  why: 'These verbs lead around the rule that nobody hands out more than he has: who holds them holds every right in reach.',
  fix: 'Remove `bind`, `escalate` and `impersonate` from the role, and `*` where it stands for them: `kubectl edit clusterrole NAME`.',
  severity: 'critical',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.8'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    '`bind` and `escalate` count on roles and cluster roles, `impersonate` on users, groups, service accounts, uids and userextras. By RoleBinding it is high, and medium where it is only to impersonate service accounts: the built-in roles edit and admin hold that in every namespace. Writing bindings without `bind` hands out only what one has: it is no finding. `resourceNames` does not make these verbs harmless here: look at what they name, and exempt.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: namespace-owner, namespace: shop }
rules:
  - { apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: namespace-owner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: namespace-owner }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: role-editor }
rules:
  - { apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: role-editor }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: role-editor }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: impersonator }
rules:
  - { apiGroups: [""], resources: [users, groups], verbs: [impersonate] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: impersonator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: impersonator }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: account-impersonator, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts], verbs: [impersonate] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: account-impersonator, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: account-impersonator }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: role-editor }
rules:
  - { apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: role-editor }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: role-editor }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => FINDER),
});
