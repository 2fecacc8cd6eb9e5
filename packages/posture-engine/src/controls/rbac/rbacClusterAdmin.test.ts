import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  inCluster,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacClusterAdmin } from './rbacClusterAdmin';

const EVERYTHING = '{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }';

testControl(rbacClusterAdmin, [
  {
    name: 'cluster-admin by its name',
    given: bindingManifest('ClusterRole cluster-admin', [WEB_ACCOUNT]),
    outcome: 'fail',
    severity: 'critical',
    at: ['subjects[0]'],
    message:
      'service account "web" of namespace "shop" has every verb on every resource in the whole cluster, from ClusterRole "cluster-admin"',
  },
  {
    name: 'a role of another name that grants as much',
    given: inCluster(EVERYTHING),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'by RoleBinding',
    given: bindingManifest('ClusterRole cluster-admin', [WEB_ACCOUNT], 'shop'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'by RoleBinding in kube-system',
    given: bindingManifest(
      'ClusterRole cluster-admin',
      [WEB_ACCOUNT],
      'kube-system',
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'the binding that every API server makes',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('Group', 'system:masters'),
    ]),
    outcome: 'pass',
  },
  {
    name: 'a subject that was added to it',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('Group', 'system:masters'),
      subject('User', 'eve'),
    ]),
    outcome: 'fail',
    severity: 'critical',
    at: ['subjects[1]'],
  },
  {
    name: 'the group of kubeadm',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('Group', 'kubeadm:cluster-admins'),
    ]),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.35.1',
  },
  {
    name: 'the addon manager of EKS, on EKS',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('User', 'eks:addon-manager'),
    ]),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.33.0-eks-a1b2',
  },
  {
    name: 'the addon manager of EKS, elsewhere',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('User', 'eks:addon-manager'),
    ]),
    outcome: 'fail',
    severity: 'critical',
    fromCluster: true,
    serverVersion: 'v1.33.0',
  },
  {
    name: 'the Helm controller of k3s, on k3s',
    given: bindingManifest('ClusterRole cluster-admin', [
      '{ kind: ServiceAccount, name: helm-traefik, namespace: kube-system }',
    ]),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.31.1+k3s1',
  },
  {
    name: 'a pair of some distribution where nothing shows which one it is',
    given: bindingManifest('ClusterRole cluster-admin', [
      subject('User', 'eks:addon-manager'),
    ]),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.33.0',
    unread: { nodes: 'forbidden' },
  },
  {
    name: 'a role whose label says that the API server made it',
    given: documents(
      roleManifest('tested', [EVERYTHING]).replace(
        'metadata: {',
        'metadata: { labels: { kubernetes.io/bootstrapping: rbac-defaults },',
      ),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: "a role of one's own whose name begins with system:",
    given: documents(
      roleManifest('system:mine', [EVERYTHING]),
      bindingManifest('ClusterRole system:mine', [WEB_ACCOUNT]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'every resource of the core group is not everything',
    given: inCluster(core('"*"', '"*"')),
    outcome: 'pass',
  },
  {
    name: 'everything by two rules, none of which grants it alone',
    given: documents(
      roleManifest('tested', [
        '{ apiGroups: ["*"], resources: ["*"], verbs: [get] }',
        '{ apiGroups: [""], resources: ["*"], verbs: ["*"] }',
      ]),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
    ),
    outcome: 'pass',
  },
  {
    name: 'an aggregated rule',
    given: documents(
      roleManifest('tested', []).replace(
        'rules: []',
        'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { sum: yes-please } }] }',
      ),
      roleManifest('part', [EVERYTHING]).replace(
        'metadata: {',
        'metadata: { labels: { sum: yes-please },',
      ),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
    ),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [EVERYTHING]),
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
    given: inCluster(EVERYTHING),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(EVERYTHING),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
