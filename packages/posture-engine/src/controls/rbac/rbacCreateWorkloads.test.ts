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
import { rbacCreateWorkloads } from './rbacCreateWorkloads';

testControl(rbacCreateWorkloads, [
  {
    name: 'pods',
    given: inCluster(core('pods', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'changing pods, which runs nothing new',
    given: inCluster(core('pods', 'update, patch')),
    outcome: 'pass',
  },
  {
    name: 'deployments, by create',
    given: inCluster(grouped('apps', 'deployments', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'daemonsets, by update',
    given: inCluster(grouped('apps', 'daemonsets', 'update')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'statefulsets, by patch',
    given: inCluster(grouped('apps', 'statefulsets', 'patch')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'replicasets, by create',
    given: inCluster(grouped('apps', 'replicasets', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'jobs, by create',
    given: inCluster(grouped('batch', 'jobs', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'cronjobs, by patch',
    given: inCluster(grouped('batch', 'cronjobs', 'patch')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'replicationcontrollers, by update',
    given: inCluster(grouped('', 'replicationcontrollers', 'update')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'looking at them',
    given: inCluster(grouped('apps', 'deployments', 'get, list, watch')),
    outcome: 'pass',
  },
  {
    name: 'scaling',
    given: inCluster(grouped('apps', 'deployments/scale', 'update')),
    outcome: 'pass',
  },
  {
    name: 'deleting',
    given: inCluster(grouped('apps', 'deployments', 'delete')),
    outcome: 'pass',
  },
  {
    name: 'named deployments',
    given: inCluster(
      '{ apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [update, patch] }',
    ),
    outcome: 'pass',
  },
  {
    name: 'creating is not bounded by names',
    given: inCluster(
      '{ apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [create] }',
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a deployer in its namespace',
    given: inNamespace(
      'shop',
      grouped('apps', 'deployments', 'create, update'),
    ),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a deployer in kube-system',
    given: inNamespace(
      'kube-system',
      grouped('apps', 'deployments', 'create, update'),
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'the built-in role edit in one namespace',
    given: bindingManifest(
      'ClusterRole edit',
      [subject('Group', 'developers')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'the job controller of the API server',
    given: documents(
      roleManifest('system:controller:job-controller', [
        core('pods', 'create, delete, list, patch, watch'),
      ]),
      bindingManifest('ClusterRole system:controller:job-controller', [
        '{ kind: ServiceAccount, name: job-controller, namespace: kube-system }',
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
      roleManifest('tested', [core('pods', 'create')]),
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
    given: inCluster(core('pods', 'create')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('pods', 'create')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
