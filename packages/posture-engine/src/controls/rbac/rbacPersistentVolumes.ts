import { VOLUME_CREATION } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(VOLUME_CREATION);

export const rbacPersistentVolumes = defineRoleBindingControl({
  id: 'rbac-persistent-volumes',
  title: 'Only storage drivers may create PersistentVolumes',
  failureTitle: 'PersistentVolumes can be created',
  why: 'A PersistentVolume may point at any path of a node, so who creates one reaches the files of the node.',
  fix: 'Remove `create` on `persistentvolumes` (`kubectl edit clusterrole NAME`); claims with a StorageClass are enough for services: `- { apiGroups: [""], resources: [persistentvolumeclaims], verbs: [create, get] }`.',
  severity: 'medium',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.9'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    'PersistentVolumes have no namespace, so a RoleBinding gives nothing on them. CSI provisioners need this right: exempt them by subject.',
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: claimer }
rules:
  - { apiGroups: [""], resources: [persistentvolumeclaims], verbs: [create, get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: claimer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: claimer }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: provisioner }
rules:
  - { apiGroups: [""], resources: [persistentvolumes], verbs: [create, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: provisioner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: provisioner }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: provisioner }
rules:
  - { apiGroups: [""], resources: [persistentvolumes], verbs: [create, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: provisioner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: provisioner }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => FINDER),
});
