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
import { rbacPersistentVolumes } from './rbacPersistentVolumes';

const node = (providerID: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'one' },
  spec: { providerID },
});

testControl(rbacPersistentVolumes, [
  {
    name: 'creating',
    given: inCluster(core('persistentvolumes', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'every verb',
    given: inCluster(core('persistentvolumes', '"*"')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'every resource',
    given: inCluster(core('"*"', 'create')),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'changing and deleting',
    given: inCluster(core('persistentvolumes', 'update, patch, delete')),
    outcome: 'pass',
  },
  {
    name: 'claims',
    given: inCluster(core('persistentvolumeclaims', 'create')),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding, which gives nothing on them',
    given: inNamespace('shop', core('persistentvolumes', 'create')),
    outcome: 'pass',
  },
  {
    name: 'every resource by RoleBinding',
    given: inNamespace('kube-system', core('"*"', '"*"')),
    outcome: 'pass',
  },
  {
    name: 'the binder of the API server',
    given: documents(
      roleManifest('system:controller:persistent-volume-binder', [
        core('persistentvolumes', 'create, delete'),
      ]),
      bindingManifest(
        'ClusterRole system:controller:persistent-volume-binder',
        [
          '{ kind: ServiceAccount, name: persistent-volume-binder, namespace: kube-system }',
        ],
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'the provisioner of kind, on kind',
    given: documents(
      roleManifest('local-path-provisioner-role', [
        core('persistentvolumes', '"*"'),
      ]),
      bindingManifest('ClusterRole local-path-provisioner-role', [
        '{ kind: ServiceAccount, name: local-path-provisioner-service-account, namespace: local-path-storage }',
      ]),
    ),
    outcome: 'pass',
    nodes: [node('kind://docker/kind/kind-control-plane')],
  },
  {
    name: 'the provisioner of kind, elsewhere',
    given: documents(
      roleManifest('local-path-provisioner-role', [
        core('persistentvolumes', '"*"'),
      ]),
      bindingManifest('ClusterRole local-path-provisioner-role', [
        '{ kind: ServiceAccount, name: local-path-provisioner-service-account, namespace: local-path-storage }',
      ]),
    ),
    outcome: 'fail',
    severity: 'medium',
    nodes: [node('aws:///eu-west-1a/i-1')],
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [core('persistentvolumes', 'create')]),
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
    given: inCluster(core('persistentvolumes', 'create')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(core('persistentvolumes', 'create')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
