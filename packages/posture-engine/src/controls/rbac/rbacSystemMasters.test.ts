import { judgeCase, testControl } from '../../testing';
import {
  bindingManifest,
  documents,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacSystemMasters } from './rbacSystemMasters';

const MASTERS = subject('Group', 'system:masters');
const LIST =
  '- rolearn: arn:aws:iam::111122223333:role/hidden\n  username: hidden\n  groups:\n  - system:masters';

const ATTESTED = {
  control: 'rbac-system-masters',
  outcome: 'pass',
  author: 'user:default/vera',
  expiresAt: Date.UTC(2027, 0, 1),
} as const;

const configMap = (name: string, data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: kube-system }\n${data}`;

const awsAuth = (key: string, text: string) =>
  configMap(
    'aws-auth',
    `data:\n  ${key}: |\n    ${text.replace(/\n/g, '\n    ')}`,
  );

testControl(rbacSystemMasters, [
  {
    name: 'aws-auth by mapRoles',
    given: awsAuth('mapRoles', LIST),
    fromCluster: true,
    outcome: 'fail',
    severity: 'critical',
    at: ['ConfigMap kube-system/aws-auth.data.mapRoles'],
    message:
      'mapRoles of the ConfigMap aws-auth puts whom it maps into system:masters, in 1 of its lists of groups',
  },
  {
    name: 'aws-auth by mapUsers, in flow style',
    given: awsAuth(
      'mapUsers',
      '- { userarn: "arn:aws:iam::1:user/eve", username: eve, groups: ["system:masters", other] }',
    ),
    fromCluster: true,
    outcome: 'fail',
    severity: 'critical',
    at: ['ConfigMap kube-system/aws-auth.data.mapUsers'],
  },
  {
    name: 'aws-auth with other groups only',
    given: awsAuth('mapRoles', LIST.replace('system:masters', 'system:nodes')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /nor does aws-auth/,
  },
  {
    name: 'aws-auth where the group is a comment',
    given: awsAuth(
      'mapRoles',
      LIST.replace('- system:masters', '- viewers # system:masters'),
    ),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'aws-auth where a user has that name',
    given: awsAuth(
      'mapRoles',
      '- rolearn: a\n  username: system:masters\n  groups: [viewers]',
    ),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'aws-auth without data',
    given: configMap('aws-auth', ''),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'aws-auth of the wrong type',
    given: configMap('aws-auth', 'data: { mapRoles: [] }'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'another ConfigMap',
    given: awsAuth('mapRoles', LIST).replace('name: aws-auth', 'name: mine'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'the binding that every API server makes',
    given: bindingManifest('ClusterRole cluster-admin', [MASTERS]).replace(
      'name: binding',
      'name: cluster-admin',
    ),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /none of 1 bindings names it/,
  },
  {
    name: 'another binding to cluster-admin',
    given: bindingManifest('ClusterRole cluster-admin', [MASTERS]),
    fromCluster: true,
    outcome: 'fail',
    severity: 'low',
    at: ['ClusterRoleBinding binding.subjects[0]'],
    message:
      'ClusterRoleBinding binding gives ClusterRole "cluster-admin" to the group system:masters',
  },
  {
    name: 'a RoleBinding, at its place in the subjects',
    given: bindingManifest('ClusterRole view', [WEB_ACCOUNT, MASTERS], 'shop'),
    fromCluster: true,
    outcome: 'fail',
    severity: 'low',
    at: ['RoleBinding shop/binding.subjects[1]'],
  },
  {
    name: 'both',
    given: documents(
      awsAuth('mapRoles', LIST),
      bindingManifest('ClusterRole view', [MASTERS]),
    ),
    fromCluster: true,
    outcome: 'fail',
    severity: 'critical',
    at: [
      'ConfigMap kube-system/aws-auth.data.mapRoles',
      'ClusterRoleBinding binding.subjects[0]',
    ],
  },
  {
    name: 'a user of that name',
    given: bindingManifest('ClusterRole view', [
      subject('User', 'system:masters'),
    ]),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'aws-auth that may not be read',
    given: bindingManifest('ClusterRole view', [WEB_ACCOUNT]),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { kubeSystemConfigMaps: 'forbidden' },
  },
  {
    name: 'a failing binding where aws-auth may not be read',
    given: bindingManifest('ClusterRole view', [MASTERS]),
    fromCluster: true,
    outcome: 'fail',
    severity: 'low',
    unread: { kubeSystemConfigMaps: 'forbidden' },
  },
  {
    name: 'bindings that may not be read',
    given: configMap('other', ''),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'unreachable',
    unread: { roleBindings: 'unreachable' },
  },
  {
    name: 'a failing mapping where bindings may not be read',
    given: awsAuth('mapRoles', LIST),
    fromCluster: true,
    outcome: 'fail',
    severity: 'critical',
    unread: { clusterRoleBindings: 'forbidden' },
  },
  {
    name: 'a person who says that nobody is',
    given: configMap('other', ''),
    fromCluster: true,
    outcome: 'pass',
    attestations: [ATTESTED],
  },
  {
    name: 'a person whose word does not outweigh a mapping',
    given: awsAuth('mapRoles', LIST),
    fromCluster: true,
    outcome: 'fail',
    severity: 'critical',
    attestations: [ATTESTED],
  },
]);

describe('rbac-system-masters', () => {
  it('never shows whom aws-auth maps', () => {
    const finding = judgeCase(rbacSystemMasters, {
      name: '',
      given: awsAuth('mapRoles', LIST),
      fromCluster: true,
      outcome: 'fail',
    });
    expect(finding.violations).toHaveLength(1);
    expect(JSON.stringify(finding)).not.toMatch(/hidden|111122223333/);
  });
});
