import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeSubjects,
  defineRoleBindingControl,
} from '../../kit';

/** Whom the API server takes everyone for who does not say who he is. */
const ANONYMOUS: readonly string[] = [
  'User system:anonymous',
  'Group system:unauthenticated',
];

export const rbacAnonymous = defineRoleBindingControl({
  id: 'rbac-anonymous',
  title: 'Who does not log in has no rights',
  failureTitle: 'A role is bound to anonymous users',
  why: 'Anonymous rights are open to everybody who reaches the address of the API server.',
  fix: 'Delete the binding, `kubectl delete clusterrolebinding NAME`, or take `system:anonymous` and `system:unauthenticated` out of its subjects.',
  severity: 'critical',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A1', 'A2'],
    cis: { '1.12': ['1.2.1'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K02', 'K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    "Two bindings are by design, as long as their roles are what they ship: `system:public-info-viewer` (version and health) and kubeadm's `bootstrap-signer-clusterinfo` in `kube-public`, by which nodes find the cluster that they join. On OpenShift those that it ships are known.",
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: "system:public-info-viewer" }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:public-info-viewer" }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:unauthenticated" }
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated" }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:unauthenticated" }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: settings, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: settings, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: settings }
subjects:
  - { kind: User, apiGroup: rbac.authorization.k8s.io, name: "system:anonymous" }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:unauthenticated" }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeSubjects(({ key }) => ANONYMOUS.includes(key)),
});
