import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  grouped,
  inCluster,
  inNamespace,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacEscalate } from './rbacEscalate';

testControl(rbacEscalate, [
  {
    name: 'bind on clusterroles',
    given: inCluster(
      grouped('rbac.authorization.k8s.io', 'clusterroles', 'bind'),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'bind on roles',
    given: inCluster(grouped('rbac.authorization.k8s.io', 'roles', 'bind')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'escalate on clusterroles',
    given: inCluster(
      grouped('rbac.authorization.k8s.io', 'clusterroles', 'escalate'),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'escalate on roles',
    given: inCluster(grouped('rbac.authorization.k8s.io', 'roles', 'escalate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating users',
    given: inCluster(core('users', 'impersonate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating groups',
    given: inCluster(core('groups', 'impersonate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating serviceaccounts',
    given: inCluster(core('serviceaccounts', 'impersonate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating uids',
    given: inCluster(grouped('authentication.k8s.io', 'uids', 'impersonate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating one kind of extra',
    given: inCluster(
      grouped('authentication.k8s.io', 'userextras/scopes', 'impersonate'),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'every verb on roles',
    given: inNamespace(
      'shop',
      grouped('rbac.authorization.k8s.io', 'roles', '"*"'),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'binding roles of a namespace',
    given: inNamespace(
      'shop',
      grouped('rbac.authorization.k8s.io', 'roles', 'bind'),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'binding roles of kube-system',
    given: inNamespace(
      'kube-system',
      grouped('rbac.authorization.k8s.io', 'roles', 'bind'),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'impersonating the accounts of a namespace',
    given: inNamespace('shop', core('serviceaccounts', 'impersonate')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'impersonating the accounts of kube-system',
    given: inNamespace('kube-system', core('serviceaccounts', 'impersonate')),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'the built-in role edit in a namespace',
    given: bindingManifest(
      'ClusterRole edit',
      [subject('Group', 'developers')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'medium',
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
    name: 'users and groups by RoleBinding, which gives nothing on them',
    given: inNamespace('shop', core('users, groups', 'impersonate')),
    outcome: 'pass',
  },
  {
    name: 'cluster roles by RoleBinding, which gives nothing on them',
    given: inNamespace(
      'shop',
      grouped('rbac.authorization.k8s.io', 'clusterroles', 'escalate'),
    ),
    outcome: 'pass',
  },
  {
    name: 'writing bindings without bind',
    given: inCluster(
      grouped(
        'rbac.authorization.k8s.io',
        'rolebindings, clusterrolebindings',
        'create, update, patch',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'named roles, for names do not bound the verb',
    given: inCluster(
      '{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], resourceNames: [view], verbs: [bind] }',
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'the aggregation controller of the API server',
    given: documents(
      roleManifest('system:controller:clusterrole-aggregation-controller', [
        grouped(
          'rbac.authorization.k8s.io',
          'clusterroles',
          'escalate, get, list, patch, update, watch',
        ),
      ]),
      bindingManifest(
        'ClusterRole system:controller:clusterrole-aggregation-controller',
        [
          '{ kind: ServiceAccount, name: clusterrole-aggregation-controller, namespace: kube-system }',
        ],
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'that controller with a right that was added',
    given: documents(
      roleManifest('system:controller:clusterrole-aggregation-controller', [
        grouped('rbac.authorization.k8s.io', 'clusterroles', 'escalate, bind'),
      ]),
      bindingManifest(
        'ClusterRole system:controller:clusterrole-aggregation-controller',
        [
          '{ kind: ServiceAccount, name: clusterrole-aggregation-controller, namespace: kube-system }',
        ],
      ),
    ),
    outcome: 'fail',
    severity: 'critical',
    message:
      'service account "clusterrole-aggregation-controller" of namespace "kube-system" has bind on clusterroles.rbac.authorization.k8s.io in the whole cluster, from ClusterRole "system:controller:clusterrole-aggregation-controller"',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [core('users', 'impersonate')]),
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
    given: inCluster(core('users', 'impersonate')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('users', 'impersonate')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
