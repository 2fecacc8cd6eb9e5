import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  inCluster,
  inNamespace,
  roleManifest,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacPodExec } from './rbacPodExec';

testControl(rbacPodExec, [
  {
    name: 'create on pods/exec, at 1.34',
    given: inCluster(core('pods/exec', 'create')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'get on pods/exec, at 1.34',
    given: inCluster(core('pods/exec', 'get')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'create on pods/attach, at 1.34',
    given: inCluster(core('pods/attach', 'create')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'get on pods/attach, at 1.34',
    given: inCluster(core('pods/attach', 'get')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'create on pods/portforward, at 1.34',
    given: inCluster(core('pods/portforward', 'create')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'get on pods/portforward, at 1.34',
    given: inCluster(core('pods/portforward', 'get')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'get alone, at 1.35',
    given: inCluster(core('pods/exec', 'get')),
    outcome: 'fail',
    severity: 'medium',
    kubernetesVersion: '1.35',
  },
  {
    name: 'get alone by RoleBinding, at 1.35',
    given: inNamespace('shop', core('pods/exec', 'get')),
    outcome: 'fail',
    severity: 'low',
    kubernetesVersion: '1.35',
  },
  {
    name: 'get and create, at 1.35',
    given: inCluster(core('pods/exec', 'get, create')),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.35',
    message:
      'service account "web" of namespace "shop" has create, get on pods/exec in the whole cluster, from ClusterRole "tested"',
  },
  {
    name: 'a part of every resource',
    given: inCluster(core('"*/exec"', 'create')),
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
    name: 'pods/*, which grants nothing',
    given: inCluster(core('pods/*', 'create, get')),
    outcome: 'pass',
  },
  {
    name: 'pods, which are not pods/exec',
    given: inCluster(core('pods', 'get, list, watch')),
    outcome: 'pass',
  },
  {
    name: 'the log',
    given: inCluster(core('pods/log', 'get')),
    outcome: 'pass',
  },
  {
    name: 'ephemeral containers',
    given: inCluster(core('pods/ephemeralcontainers', 'patch')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'ephemeral containers, of every resource',
    given: inCluster(core('"*/ephemeralcontainers"', 'update')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'looking at ephemeral containers',
    given: inCluster(core('pods/ephemeralcontainers', 'get')),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding',
    given: inNamespace('shop', core('pods/exec', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'by RoleBinding in kube-system',
    given: inNamespace('kube-system', core('pods/exec', 'create')),
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
      roleManifest('tested', [core('pods/exec', 'create')]),
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
    given: inCluster(core('pods/exec', 'create')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('pods/exec', 'create')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
