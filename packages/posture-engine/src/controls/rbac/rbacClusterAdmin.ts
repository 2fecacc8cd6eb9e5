import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findClusterAdmin } from '../../relate/foundRights';

export const rbacClusterAdmin = defineRoleBindingControl({
  id: 'rbac-cluster-admin',
  title: 'Nobody but the cluster itself has every right',
  failureTitle: 'A user, group or service account may do everything',
  why: 'Whoever holds these rights owns the cluster: every service, every Secret and every node of it.',
  fix: 'Bind a role that lists what is needed, where it is needed: `kubectl create rolebinding web --clusterrole=view --serviceaccount=shop:web -n shop`; then delete this binding: `kubectl delete clusterrolebinding NAME`. `kubectl auth can-i --list --as=SUBJECT` shows what the subject may do today.',
  severity: 'critical',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.1'] },
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
    "`cluster-admin` bound to `system:masters`, kubeadm's `kubeadm:cluster-admins` and `eks:addon-cluster-admin` are known, each with its own subject: another subject in the same binding is found. The label `kubernetes.io/bootstrapping` proves nothing, for anybody may set it. A rule with every verb on every resource of the core group alone is not cluster-admin: see `rbac-wildcard`. Controllers such as Helm, Argo CD and Flux that deploy everything need an exemption. By RoleBinding it is high, in `kube-system` critical. What the other controls find on the same binding is a consequence of this one, and is exempted with it.",
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: cluster-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:masters" }`,
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
metadata: { name: web-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => findClusterAdmin),
});
