import { ADMISSION_CHANGES } from '../../data/sensitiveRights';
import {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  defineRoleBindingControl,
} from '../../kit';
import { findSensitive } from '../../relate/foundRights';

const FINDER = findSensitive(ADMISSION_CHANGES);

export const rbacWebhooks = defineRoleBindingControl({
  id: 'rbac-webhooks',
  title: 'Only few may change what admission asks',
  failureTitle: 'Admission webhooks or policies can be changed',
  why: 'An admission webhook sees and changes every object, Secrets too, and removing one takes the guard away.',
  fix: 'Remove create, update, patch and delete on webhook configurations and admission policies (`kubectl edit clusterrole NAME`), or name the object that the program keeps up to date: `- { apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], resourceNames: [mine], verbs: [get, update, patch] }`.',
  severity: 'high',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.12'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02', 'K04'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
  ],
  needs: BINDING_NEEDS,
  reads: BINDING_READS,
  notes:
    "Validating and mutating webhook configurations, and validating and mutating admission policies with their bindings, which have the same power. Policy engines and cert-manager's cainjector write webhook configurations by design: exempt them by subject. With `resourceNames`, update, patch and delete of named objects is no finding.",
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: webhook-reader }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: webhook-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: webhook-reader }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: webhook-writer }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: webhook-writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: webhook-writer }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: policy-remover }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [validatingadmissionpolicybindings], verbs: [delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: policy-remover }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: policy-remover }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: webhook-writer }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: webhook-writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: webhook-writer }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
        surroundings: { unread: { clusterRoles: 'forbidden' } },
      },
    ],
  },
  evaluate: judgeRights(() => FINDER),
});
