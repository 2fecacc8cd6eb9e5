import { testControl } from '../../testing';
import {
  bindingManifest,
  documents,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacDefaultSa } from './rbacDefaultSa';

const DEFAULT_ACCOUNT =
  '{ kind: ServiceAccount, name: default, namespace: shop }';

testControl(rbacDefaultSa, [
  {
    name: 'in the whole cluster',
    given: bindingManifest('ClusterRole view', [DEFAULT_ACCOUNT]),
    outcome: 'fail',
    severity: 'high',
    message:
      'service account "default" of namespace "shop" has ClusterRole "view" in the whole cluster',
  },
  {
    name: 'in a namespace',
    given: bindingManifest('ClusterRole view', [DEFAULT_ACCOUNT], 'shop'),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'in kube-system',
    given: bindingManifest(
      'ClusterRole view',
      [DEFAULT_ACCOUNT],
      'kube-system',
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'by its name as a user',
    given: bindingManifest('ClusterRole view', [
      subject('User', 'system:serviceaccount:shop:default'),
    ]),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'beside others',
    given: bindingManifest('ClusterRole view', [WEB_ACCOUNT, DEFAULT_ACCOUNT]),
    outcome: 'fail',
    severity: 'high',
    at: ['subjects[1]'],
  },
  {
    name: 'an account of its own',
    given: bindingManifest('ClusterRole view', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a user of that name',
    given: bindingManifest('ClusterRole view', [subject('User', 'default')]),
    outcome: 'pass',
  },
  {
    name: 'an account whose name ends alike',
    given: bindingManifest('ClusterRole view', [
      '{ kind: ServiceAccount, name: not-default, namespace: shop }',
    ]),
    outcome: 'pass',
  },
  {
    name: 'an account of OpenShift that its distribution binds',
    given: bindingManifest('ClusterRole cluster-admin', [
      '{ kind: ServiceAccount, name: default, namespace: openshift-cluster-version }',
    ]),
    outcome: 'pass',
    nodes: [
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
          name: 'one',
          labels: { 'node.openshift.io/os_id': 'rhcos' },
        },
      },
    ],
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [DEFAULT_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a role without rules',
    given: documents(
      roleManifest('tested', []),
      bindingManifest('ClusterRole tested', [DEFAULT_ACCOUNT]),
    ),
    outcome: 'pass',
  },
  {
    name: 'cluster roles that may not be read',
    given: bindingManifest('ClusterRole view', [DEFAULT_ACCOUNT]),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'rules of the wrong type',
    given: documents(
      roleManifest('tested', ['7']),
      bindingManifest('ClusterRole tested', [DEFAULT_ACCOUNT]),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
