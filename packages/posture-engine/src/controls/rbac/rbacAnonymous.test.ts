import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  grouped,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacAnonymous } from './rbacAnonymous';

const OPENSHIFT_NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'one', labels: { 'node.openshift.io/os_id': 'rhcos' } },
};

testControl(rbacAnonymous, [
  {
    name: 'the user',
    given: bindingManifest('ClusterRole view', [
      subject('User', 'system:anonymous'),
    ]),
    outcome: 'fail',
    severity: 'critical',
    at: ['subjects[0]'],
    message:
      'user "system:anonymous" has ClusterRole "view" in the whole cluster',
  },
  {
    name: 'the group',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:unauthenticated'),
    ]),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'in a namespace',
    given: bindingManifest(
      'ClusterRole view',
      [subject('Group', 'system:unauthenticated')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'in kube-system',
    given: bindingManifest(
      'ClusterRole view',
      [subject('Group', 'system:unauthenticated')],
      'kube-system',
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'beside others',
    given: bindingManifest('ClusterRole view', [
      WEB_ACCOUNT,
      subject('Group', 'system:unauthenticated'),
    ]),
    outcome: 'fail',
    severity: 'critical',
    at: ['subjects[1]'],
  },
  {
    name: 'version and health, as every cluster has it',
    given: documents(
      roleManifest('system:public-info-viewer', [
        '{ nonResourceURLs: [/healthz, /livez, /readyz, /version, /version/], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:public-info-viewer', [
        subject('Group', 'system:authenticated'),
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'version and health with a right that was added',
    given: documents(
      roleManifest('system:public-info-viewer', [
        '{ nonResourceURLs: [/healthz, /livez, /readyz, /version, /version/], verbs: [get] }',
        core('pods', 'get'),
      ]),
      bindingManifest('ClusterRole system:public-info-viewer', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'version and health with a URL that was added',
    given: documents(
      roleManifest('system:public-info-viewer', [
        '{ nonResourceURLs: [/metrics], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:public-info-viewer', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'how nodes find a cluster of kubeadm',
    given: documents(
      roleManifest(
        'kubeadm:bootstrap-signer-clusterinfo',
        [core('configmaps', 'get', 'resourceNames: [cluster-info]')],
        'kube-public',
      ),
      bindingManifest(
        'Role kubeadm:bootstrap-signer-clusterinfo',
        [subject('User', 'system:anonymous')],
        'kube-public',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'that role without the name of the ConfigMap',
    given: documents(
      roleManifest(
        'kubeadm:bootstrap-signer-clusterinfo',
        [core('configmaps', 'get')],
        'kube-public',
      ),
      bindingManifest(
        'Role kubeadm:bootstrap-signer-clusterinfo',
        [subject('User', 'system:anonymous')],
        'kube-public',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'that role with another ConfigMap',
    given: documents(
      roleManifest(
        'kubeadm:bootstrap-signer-clusterinfo',
        [core('configmaps', 'get', 'resourceNames: [cluster-info, settings]')],
        'kube-public',
      ),
      bindingManifest(
        'Role kubeadm:bootstrap-signer-clusterinfo',
        [subject('User', 'system:anonymous')],
        'kube-public',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'discovery, which was open before 1.14',
    given: documents(
      roleManifest('system:discovery', [
        '{ nonResourceURLs: [/api, /apis], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:discovery', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'the webhooks of OpenShift, on OpenShift',
    given: documents(
      roleManifest('system:webhook', [
        grouped('build.openshift.io', 'buildconfigs/webhooks', 'create, get'),
      ]),
      bindingManifest('ClusterRole system:webhook', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'pass',
    nodes: [OPENSHIFT_NODE],
  },
  {
    name: 'other subjects',
    given: bindingManifest('ClusterRole view', [subject('Group', 'platform')]),
    outcome: 'pass',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [
      subject('Group', 'system:unauthenticated'),
    ]),
    outcome: 'pass',
  },
  {
    name: 'a role without rules',
    given: documents(
      roleManifest('tested', []),
      bindingManifest('ClusterRole tested', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'cluster roles that may not be read',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:unauthenticated'),
    ]),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'rules of the wrong type',
    given: documents(
      roleManifest('tested', ['7']),
      bindingManifest('ClusterRole tested', [
        subject('Group', 'system:unauthenticated'),
      ]),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
