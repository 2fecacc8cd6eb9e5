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
import { rbacSecretsRead } from './rbacSecretsRead';

testControl(rbacSecretsRead, [
  {
    name: 'get in the whole cluster',
    given: inCluster(core('secrets', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'list in the whole cluster',
    given: inCluster(core('secrets', 'list')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'watch in the whole cluster',
    given: inCluster(core('secrets', 'watch')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every verb',
    given: inCluster(core('secrets', '"*"')),
    outcome: 'fail',
    severity: 'high',
    message:
      'service account "web" of namespace "shop" has get, list, watch on secrets in the whole cluster, from ClusterRole "tested"',
  },
  {
    name: 'every resource',
    given: inCluster(core('"*"', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'by RoleBinding',
    given: inNamespace('shop', core('secrets', 'get')),
    outcome: 'fail',
    severity: 'medium',
    message:
      'service account "web" of namespace "shop" has get on secrets in namespace "shop", from Role "tested"',
  },
  {
    name: 'by RoleBinding in kube-system',
    given: inNamespace('kube-system', core('secrets', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a ClusterRole by RoleBinding',
    given: documents(
      roleManifest('tested', [core('secrets', 'get')]),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT], 'shop'),
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'named Secrets',
    given: inCluster(core('secrets', 'get', 'resourceNames: [web-tls]')),
    outcome: 'pass',
  },
  {
    name: 'a list of named Secrets, which is bounded as well',
    given: inCluster(
      core('secrets', 'list, watch', 'resourceNames: [web-tls]'),
    ),
    outcome: 'pass',
  },
  {
    name: 'writing alone',
    given: inCluster(core('secrets', 'create, update, delete')),
    outcome: 'pass',
  },
  {
    name: 'with every other right',
    given: bindingManifest('ClusterRole cluster-admin', [WEB_ACCOUNT]),
    outcome: 'fail',
    severity: 'high',
    consequenceOf: 'rbac-cluster-admin',
  },
  {
    name: 'with every other right of the core group only',
    given: inCluster(core('"*"', '"*"')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'secrets of another group',
    given: inCluster(grouped('example.com', 'secrets', 'get')),
    outcome: 'pass',
  },
  {
    name: 'every group',
    given: inCluster(
      '{ apiGroups: ["*"], resources: [secrets], verbs: [get] }',
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a role that the API server makes, without its manifest',
    given: bindingManifest(
      'ClusterRole edit',
      [subject('Group', 'developers')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'the token cleaner of the API server',
    given: documents(
      roleManifest(
        'system:controller:token-cleaner',
        [core('secrets', 'delete, get, list, watch')],
        'kube-system',
      ),
      bindingManifest(
        'Role system:controller:token-cleaner',
        [
          '{ kind: ServiceAccount, name: token-cleaner, namespace: kube-system }',
        ],
        'kube-system',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'a role of that name in another namespace',
    given: documents(
      roleManifest(
        'system:controller:token-cleaner',
        [core('secrets', 'get')],
        'shop',
      ),
      bindingManifest(
        'Role system:controller:token-cleaner',
        [
          '{ kind: ServiceAccount, name: token-cleaner, namespace: kube-system }',
        ],
        'shop',
      ),
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a service account without namespace, which the API server would refuse',
    given: inCluster(
      core('secrets', 'get'),
      '{ kind: ServiceAccount, name: web }',
    ),
    outcome: 'pass',
  },
  {
    name: 'a subject of another API group',
    given: inCluster(
      core('secrets', 'get'),
      '{ kind: User, apiGroup: example.com, name: eve }',
    ),
    outcome: 'pass',
  },
  {
    name: 'a subject whose name has the wrong type',
    given: inCluster(core('secrets', 'get'), '{ kind: User, name: 7 }'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'null for what is not set',
    given: inCluster(
      core('secrets', 'get', 'resourceNames: null, nonResourceURLs: null'),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [core('secrets', 'get')]),
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
    given: inCluster(core('secrets', 'get')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('secrets', 'get')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
