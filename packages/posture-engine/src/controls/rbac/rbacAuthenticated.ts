import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeSubjects,
  defineRoleBindingControl,
} from '../../kit';

/** Groups that everybody is in who logs in, or every service account. */
const EVERYBODY =
  /^Group (?:system:authenticated|system:serviceaccounts(?::.+)?)$/;

export const rbacAuthenticated = defineRoleBindingControl({
  id: 'rbac-authenticated',
  title: 'No role is bound to everybody at once',
  failureTitle: 'A role is bound to all users or all service accounts',
  why: 'Every new user and every new workload has these rights from its first moment, without anybody deciding it.',
  fix: 'Bind those who need it: `kubectl create clusterrolebinding platform --clusterrole=ROLE --group=platform`; then take the group of everybody out of this binding, or delete it: `kubectl delete clusterrolebinding NAME`.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: { nsa: ['A2'], 'nist-800-190': ['4.3.2'], 'owasp-k8s': ['K02'] },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    'The roles that every cluster binds to these groups are known: `system:basic-user`, `system:discovery`, `system:public-info-viewer` and `system:service-account-issuer-discovery`, each with its own group and its shipped rules. On GKE `system:authenticated` is everybody with a Google account. The service accounts of one namespace (`system:serviceaccounts:shop`) count too.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: "system:discovery" }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:discovery" }
subjects:
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
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated" }`,
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
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:serviceaccounts:shop" }`,
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
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated" }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeSubjects(({ key }) => EVERYBODY.test(key)),
});
