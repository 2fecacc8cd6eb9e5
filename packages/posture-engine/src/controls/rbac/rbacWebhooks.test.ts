import { testControl } from '../../testing';
import {
  bindingManifest,
  documents,
  grouped,
  inCluster,
  inNamespace,
  roleManifest,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacWebhooks } from './rbacWebhooks';

testControl(rbacWebhooks, [
  {
    name: 'create on validatingwebhookconfigurations',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'validatingwebhookconfigurations',
        'create',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'update on mutatingwebhookconfigurations',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations',
        'update',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'patch on validatingadmissionpolicies',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'validatingadmissionpolicies',
        'patch',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'delete on validatingadmissionpolicybindings',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'validatingadmissionpolicybindings',
        'delete',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'create on mutatingadmissionpolicies',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingadmissionpolicies',
        'create',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'delete on mutatingadmissionpolicybindings',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingadmissionpolicybindings',
        'delete',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every verb',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations',
        '"*"',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every resource of every group',
    given: inCluster('{ apiGroups: ["*"], resources: ["*"], verbs: [patch] }'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'looking',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'validatingwebhookconfigurations',
        'get, list, watch',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'the status of policies',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'validatingadmissionpolicies/status',
        'update',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'changing a named webhook',
    given: inCluster(
      '{ apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], resourceNames: [mine], verbs: [update, patch, delete] }',
    ),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding, which gives nothing on them',
    given: inNamespace(
      'kube-system',
      grouped(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations',
        'create',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'the garbage collector of the API server',
    given: documents(
      roleManifest('system:controller:generic-garbage-collector', [
        '{ apiGroups: ["*"], resources: ["*"], verbs: [delete, get, list, patch, update, watch] }',
      ]),
      bindingManifest(
        'ClusterRole system:controller:generic-garbage-collector',
        [
          '{ kind: ServiceAccount, name: generic-garbage-collector, namespace: kube-system }',
        ],
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [
        grouped(
          'admissionregistration.k8s.io',
          'mutatingwebhookconfigurations',
          'create',
        ),
      ]),
      bindingManifest('ClusterRole tested', []),
    ),
    outcome: 'pass',
  },
  {
    name: 'rules of the wrong type',
    given: documents(
      roleManifest('tested', ['7']),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'cluster roles that may not be read',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations',
        'create',
      ),
    ),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(
      grouped(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations',
        'create',
      ),
    ),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
