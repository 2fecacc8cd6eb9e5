import { KUBELET_ACCESS } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(KUBELET_ACCESS);
/** The parts that the API server knew before Kubernetes 1.33, and those that it knows since (KubeletFineGrainedAuthz). */
const PARTS = 'nodes/metrics, nodes/stats or nodes/log';
const FINE_PARTS =
  'nodes/metrics, nodes/stats, nodes/log, nodes/healthz, nodes/pods or nodes/configz';

export const rbacNodesProxy = defineRoleBindingControl({
  id: 'rbac-nodes-proxy',
  title: 'Nobody may speak to the kubelets through nodes/proxy',
  failureTitle: 'The kubelets can be reached through nodes/proxy',
  why: 'Even `get` on nodes/proxy is enough to run commands in every pod of a node, past admission and the audit log.',
  fix: 'Remove `nodes/proxy` (`kubectl edit clusterrole NAME`), and ask for the part that is needed: `- { apiGroups: [""], resources: [nodes/metrics, nodes/stats], verbs: [get] }`. From Kubernetes 1.33 on there are `nodes/healthz`, `nodes/pods` and `nodes/configz` as well.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.10'] },
    'nist-800-190': ['4.3.1', '4.3.5'],
    'owasp-k8s': ['K02', 'K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    'Any verb counts. `nodes/*` grants nothing. The finer parts (KubeletFineGrainedAuthz) are alpha in 1.32, beta and on in 1.33, stable in 1.36; before them monitoring agents had no other way, and some still ask for nodes/proxy. `nodes/metrics` and `nodes/stats` are older and never were a finding.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: monitoring }
rules:
  - { apiGroups: [""], resources: [nodes/metrics, nodes/stats], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: monitoring }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: monitoring }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-monitoring }
rules:
  - { apiGroups: [""], resources: [nodes/proxy], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: old-monitoring }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: old-monitoring }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-monitoring }
rules:
  - { apiGroups: [""], resources: [nodes/proxy], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: old-monitoring }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: old-monitoring }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(
    () => FINDER,
    ({ kubernetesVersion }) =>
      kubernetesVersion.minor >= 33 ? FINE_PARTS : PARTS,
  ),
});
