import { TOKEN_CREATION } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(TOKEN_CREATION);

export const rbacTokenCreate = defineRoleBindingControl({
  id: 'rbac-token-create',
  title: 'Only few may make tokens of service accounts',
  failureTitle: 'Tokens of service accounts can be made',
  why: 'Who makes tokens can act as every service account in reach, and use them outside the cluster.',
  fix: 'Remove `create` on `serviceaccounts/token` from the role: `kubectl edit clusterrole NAME`. A pod gets a token of its own account by a projected volume, without any right.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.13'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02', 'K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    'By RoleBinding it is medium, for the built-in roles edit and admin hold it in every namespace; in `kube-system` high. Vault and Argo CD ask for it: exempt them by subject. A rule that names accounts by `resourceNames` is found as well: `create` is not bounded by names.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: account-reader }
rules:
  - { apiGroups: [""], resources: [serviceaccounts], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: account-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: account-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: token-maker }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: token-maker }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: token-maker }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: token-maker, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: token-maker, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: token-maker }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: token-maker }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: token-maker }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: token-maker }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => FINDER),
});
