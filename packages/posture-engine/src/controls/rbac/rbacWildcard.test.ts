import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  grouped,
  inCluster,
  inNamespace,
  roleManifest,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacWildcard } from './rbacWildcard';

testControl(rbacWildcard, [
  {
    name: 'every verb',
    given: inCluster(core('configmaps', '"*"')),
    outcome: 'fail',
    severity: 'high',
    message:
      'service account "web" of namespace "shop" has every verb on configmaps in the whole cluster, from ClusterRole "tested"',
  },
  {
    name: 'every resource of a group',
    given: inCluster(grouped('apps', '"*"', 'get, list')),
    outcome: 'fail',
    severity: 'high',
    message:
      'service account "web" of namespace "shop" has get, list on every resource of group apps in the whole cluster, from ClusterRole "tested"',
  },
  {
    name: 'every URL',
    given: inCluster('{ nonResourceURLs: ["*"], verbs: [get] }'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every URL, by a slash',
    given: inCluster('{ nonResourceURLs: ["/*"], verbs: [get] }'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every verb on one URL',
    given: inCluster('{ nonResourceURLs: [/metrics], verbs: ["*"] }'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'URLs below a path',
    given: inCluster('{ nonResourceURLs: ["/healthz/*"], verbs: [get] }'),
    outcome: 'pass',
  },
  {
    name: 'URLs by RoleBinding, which gives nothing on them',
    given: inNamespace('shop', '{ nonResourceURLs: ["*"], verbs: ["*"] }'),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding',
    given: inNamespace('shop', core('configmaps', '"*"')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'by RoleBinding in kube-system',
    given: inNamespace('kube-system', core('configmaps', '"*"')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a part of every resource',
    given: inCluster(
      '{ apiGroups: ["*"], resources: ["*/scale"], verbs: [get] }',
    ),
    outcome: 'pass',
  },
  {
    name: 'every group, but one resource',
    given: inCluster(
      '{ apiGroups: ["*"], resources: [widgets], verbs: [get] }',
    ),
    outcome: 'pass',
  },
  {
    name: 'what looks like a wildcard',
    given: inCluster(core('pods/*', 'get')),
    outcome: 'pass',
  },
  {
    name: 'a controller of the API server with its own account',
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
    name: 'the same role for another account',
    given: documents(
      roleManifest('system:controller:generic-garbage-collector', [
        '{ apiGroups: ["*"], resources: ["*"], verbs: [delete, get, list, patch, update, watch] }',
      ]),
      bindingManifest(
        'ClusterRole system:controller:generic-garbage-collector',
        [WEB_ACCOUNT],
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the same role made wider',
    given: documents(
      roleManifest('system:controller:generic-garbage-collector', [
        '{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }',
      ]),
      bindingManifest(
        'ClusterRole system:controller:generic-garbage-collector',
        [
          '{ kind: ServiceAccount, name: generic-garbage-collector, namespace: kube-system }',
        ],
      ),
    ),
    outcome: 'fail',
    severity: 'high',
    at: ['subjects[0]'],
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [core('configmaps', '"*"')]),
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
    given: inCluster(core('configmaps', '"*"')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('configmaps', '"*"')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
