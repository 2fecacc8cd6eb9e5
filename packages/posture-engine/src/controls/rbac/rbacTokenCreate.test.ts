import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  inCluster,
  inNamespace,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacTokenCreate } from './rbacTokenCreate';

testControl(rbacTokenCreate, [
  {
    name: 'in the whole cluster',
    given: inCluster(core('serviceaccounts/token', 'create')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every verb',
    given: inCluster(core('serviceaccounts/token', '"*"')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the token of every resource',
    given: inCluster(core('"*/token"', 'create')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every resource',
    given: inCluster(core('"*"', 'create')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'service accounts, which are not their tokens',
    given: inCluster(core('serviceaccounts', 'create, get, list')),
    outcome: 'pass',
  },
  {
    name: 'serviceaccounts/*, which grants nothing',
    given: inCluster(core('serviceaccounts/*', 'create')),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding',
    given: inNamespace('shop', core('serviceaccounts/token', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'by RoleBinding in kube-system',
    given: inNamespace('kube-system', core('serviceaccounts/token', 'create')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the built-in role admin in a namespace',
    given: bindingManifest(
      'ClusterRole admin',
      [subject('Group', 'developers')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a named account, for names do not bound create',
    given: inNamespace(
      'shop',
      core('serviceaccounts/token', 'create', 'resourceNames: [web]'),
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'the controller manager of the API server',
    given: documents(
      roleManifest('system:kube-controller-manager', [
        core('serviceaccounts/token', 'create'),
      ]),
      bindingManifest('ClusterRole system:kube-controller-manager', [
        subject('User', 'system:kube-controller-manager'),
      ]),
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
      roleManifest('tested', [core('serviceaccounts/token', 'create')]),
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
    given: inCluster(core('serviceaccounts/token', 'create')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('serviceaccounts/token', 'create')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
