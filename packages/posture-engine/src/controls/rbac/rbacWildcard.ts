import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findWildcards } from '../../relate/foundRights';

export const rbacWildcard = defineRoleBindingControl({
  id: 'rbac-wildcard',
  title: 'Roles in use name their verbs and resources',
  failureTitle: 'A bound role grants by wildcard',
  why: 'A wildcard also grants what will only be installed tomorrow, so nobody knows what the subject may do.',
  fix: 'Write verbs and resources out (`kubectl edit clusterrole NAME`): `- { apiGroups: [apps], resources: [deployments, statefulsets], verbs: [get, list, watch] }`.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.3'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    '`*` counts in `verbs`, in `resources` and as a URL; `*/scale` and `apiGroups: ["*"]` alone do not. A wildcard in one resource of an own API group (`widgets.example.com`) is found too: write the verbs out. Wildcards of roles that are bound to nobody are named by `rbac-unused-roles`.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: pod-reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: pod-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: pod-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: apps-reader }
rules:
  - { apiGroups: [apps], resources: ["*"], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: apps-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: apps-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: settings, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: settings, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: settings }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: apps-reader }
rules:
  - { apiGroups: [apps], resources: ["*"], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: apps-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: apps-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => findWildcards),
});
