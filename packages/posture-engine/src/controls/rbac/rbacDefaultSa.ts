import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeSubjects,
  defineRoleBindingControl,
} from '../../kit';

const DEFAULT_ACCOUNT = /^ServiceAccount [^/]+\/default$/;

export const rbacDefaultSa = defineRoleBindingControl({
  id: 'rbac-default-sa',
  title: 'The default service accounts have no roles',
  failureTitle: 'A role is bound to a default service account',
  why: 'Every pod that names no account runs as `default`, so all of them get these rights unasked.',
  fix: 'Give the workload an account of its own: `kubectl create serviceaccount web -n shop`, `kubectl create rolebinding web --role=ROLE --serviceaccount=shop:web -n shop`, and `serviceAccountName: web` in the pod; then delete this binding.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2', 'P5'],
    cis: { '1.12': ['5.1.5'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    'The account counts by both of its names, `default` and the user `system:serviceaccount:NAMESPACE:default`. A binding whose role does not exist gives nothing: see `rbac-unused-roles`.',
  examples: {
    pass: [
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
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
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
  - { kind: ServiceAccount, name: default, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
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
  - { kind: ServiceAccount, name: default, namespace: shop }`,
        surroundings: { unread: { roles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeSubjects(({ key }) => DEFAULT_ACCOUNT.test(key)),
});
