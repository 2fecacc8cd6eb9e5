import { judgeCase, testControl } from '../../testing';
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
import { rbacNodesProxy } from './rbacNodesProxy';

testControl(rbacNodesProxy, [
  {
    name: 'get',
    given: inCluster(core('nodes/proxy', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'create',
    given: inCluster(core('nodes/proxy', 'create')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'delete',
    given: inCluster(core('nodes/proxy', 'delete')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'proxy',
    given: inCluster(core('nodes/proxy', 'proxy')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every verb',
    given: inCluster(core('nodes/proxy', '"*"')),
    outcome: 'fail',
    severity: 'high',
    message:
      'service account "web" of namespace "shop" has every verb on nodes/proxy in the whole cluster, from ClusterRole "tested"',
  },
  {
    name: 'the proxy of every resource',
    given: inCluster(core('"*/proxy"', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every resource',
    given: inCluster(core('"*"', 'get')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'nodes/*, which grants nothing',
    given: inCluster(core('nodes/*', 'get')),
    outcome: 'pass',
  },
  {
    name: 'nodes',
    given: inCluster(core('nodes', 'get, list, watch')),
    outcome: 'pass',
  },
  {
    name: 'the finer parts',
    given: inCluster(
      core(
        'nodes/metrics, nodes/stats, nodes/log, nodes/healthz, nodes/pods, nodes/configz',
        'get',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding, which gives nothing on them',
    given: inNamespace('kube-system', core('nodes/proxy', 'get')),
    outcome: 'pass',
  },
  {
    name: 'every resource by RoleBinding',
    given: inNamespace('kube-system', core('"*"', '"*"')),
    outcome: 'pass',
  },
  {
    name: 'proxies of services',
    given: inCluster(core('services/proxy', 'get')),
    outcome: 'pass',
  },
  {
    name: 'the API server of k3s, on k3s',
    given: documents(
      roleManifest('system:kubelet-api-admin', [core('nodes/proxy', '"*"')]),
      bindingManifest('ClusterRole system:kubelet-api-admin', [
        subject('User', 'kube-apiserver'),
      ]),
    ),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.31.1+k3s1',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [core('nodes/proxy', 'get')]),
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
    given: inCluster(core('nodes/proxy', 'get')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('nodes/proxy', 'get')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);

describe('what rbac-nodes-proxy proposes in its place', () => {
  it.each([
    ['1.32', 'nodes/metrics, nodes/stats or nodes/log'],
    [
      '1.33',
      'nodes/metrics, nodes/stats, nodes/log, nodes/healthz, nodes/pods or nodes/configz',
    ],
  ])('at %s', (kubernetesVersion, expected) => {
    const { violations } = judgeCase(rbacNodesProxy, {
      name: '',
      given: inCluster(core('nodes/proxy', 'get')),
      kubernetesVersion,
      outcome: 'fail',
    });
    expect(violations.map(violation => violation.expected)).toEqual([expected]);
  });
});
