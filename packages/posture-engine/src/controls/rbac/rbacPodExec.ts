import { POD_ENTRY, POD_ENTRY_SINCE_135 } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const BEFORE_135 = findSensitive(POD_ENTRY);
const SINCE_135 = findSensitive(POD_ENTRY_SINCE_135);

export const rbacPodExec = defineRoleBindingControl({
  id: 'rbac-pod-exec',
  title: 'Only few may enter running pods',
  failureTitle: 'Running pods can be entered',
  why: 'Who may run commands in a pod has its files, its Secrets and its service account.',
  fix: 'Remove `pods/exec`, `pods/attach`, `pods/portforward` and `pods/ephemeralcontainers` from the role (`kubectl edit clusterrole NAME`), and give them for the time of an incident only: `kubectl create role debugger --verb=create --resource=pods/exec -n shop`.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.4'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    '`get` counts beside `create`, because the handshake of a websocket is a GET. From Kubernetes 1.35 on the API server asks for `create` as well (AuthorizePodWebsocketUpgradeCreatePermission): `get` alone is one step milder there. `pods/*` grants nothing. Ephemeral containers enter a pod by patch and update.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: log-reader, namespace: shop }
rules:
  - { apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: log-reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: log-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: debugger, namespace: shop }
rules:
  - { apiGroups: [""], resources: [pods/exec], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: debugger, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: debugger }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: attacher }
rules:
  - { apiGroups: [""], resources: [pods/attach], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: attacher }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: attacher }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: debugger, namespace: shop }
rules:
  - { apiGroups: [""], resources: [pods/exec], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: debugger, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: debugger }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
        surroundings: { unread: { roles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(({ kubernetesVersion }) =>
    kubernetesVersion.minor >= 35 ? SINCE_135 : BEFORE_135,
  ),
});
