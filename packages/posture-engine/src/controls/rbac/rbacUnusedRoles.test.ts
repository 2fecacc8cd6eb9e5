import { judgeCase, testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacUnusedRoles } from './rbacUnusedRoles';

const CLUSTER = { fromCluster: true, serverVersion: 'v1.36.1' };

testControl(rbacUnusedRoles, [
  {
    name: 'all in use',
    given: documents(
      roleManifest('reader', [core('pods', 'get')]),
      bindingManifest('ClusterRole reader', [subject('Group', 'platform')]),
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: 'a role that nobody is bound to',
    given: documents(roleManifest('reader', [core('pods', 'get')], 'shop')),
    ...CLUSTER,
    outcome: 'fail',
    severity: 'info',
    at: ['Role shop/reader'],
    message: 'Role shop/reader is bound to nobody',
  },
  {
    name: 'one with wildcards',
    given: roleManifest('old', [core('pods', '"*"')]),
    ...CLUSTER,
    outcome: 'fail',
    severity: 'info',
    message: 'ClusterRole old is bound to nobody, and grants by wildcard',
  },
  {
    name: 'a role of the same name in another namespace',
    given: documents(
      roleManifest('reader', [core('pods', 'get')], 'shop'),
      bindingManifest('Role reader', [subject('Group', 'platform')], 'other'),
    ),
    ...CLUSTER,
    outcome: 'fail',
    at: ['RoleBinding other/binding.roleRef', 'Role shop/reader'],
  },
  {
    name: 'a ClusterRole by RoleBinding',
    given: documents(
      roleManifest('reader', [core('pods', 'get')]),
      bindingManifest(
        'ClusterRole reader',
        [subject('Group', 'platform')],
        'shop',
      ),
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: 'a role that another one takes in',
    given: documents(
      roleManifest('part', [core('pods', 'get')]).replace(
        'metadata: {',
        'metadata: { labels: { to: sum },',
      ),
      roleManifest('sum', []).replace(
        'rules: []',
        'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: sum } }] }',
      ),
      bindingManifest('ClusterRole sum', [subject('Group', 'platform')]),
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: 'a role that nothing takes in',
    given: documents(
      roleManifest('part', [core('pods', 'get')]).replace(
        'metadata: {',
        'metadata: { labels: { to: other },',
      ),
      roleManifest('sum', []).replace(
        'rules: []',
        'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: sum } }] }',
      ),
      bindingManifest('ClusterRole sum', [subject('Group', 'platform')]),
    ),
    ...CLUSTER,
    outcome: 'fail',
    at: ['ClusterRole part'],
  },
  {
    name: 'a binding whose role does not exist',
    given: bindingManifest('ClusterRole gone', [subject('Group', 'platform')]),
    ...CLUSTER,
    outcome: 'fail',
    severity: 'info',
    at: ['ClusterRoleBinding binding.roleRef'],
    message:
      'ClusterRoleBinding binding binds ClusterRole "gone", which does not exist',
  },
  {
    name: 'a binding whose account does not exist',
    given: documents(
      roleManifest('reader', [core('pods', 'get')]),
      bindingManifest('ClusterRole reader', [
        subject('Group', 'platform'),
        WEB_ACCOUNT,
      ]),
    ),
    ...CLUSTER,
    outcome: 'fail',
    severity: 'info',
    at: ['ClusterRoleBinding binding.subjects[1]'],
    message:
      'ClusterRoleBinding binding names service account "web" of namespace "shop", which does not exist',
  },
  {
    name: 'a binding whose account exists',
    given: documents(
      roleManifest('reader', [core('pods', 'get')]),
      bindingManifest('ClusterRole reader', [WEB_ACCOUNT]),
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }',
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: 'roles that the API server makes for whoever needs them',
    given: documents(
      roleManifest('view', []),
      roleManifest('system:auth-delegator', []),
      roleManifest('system:heapster', []),
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: 'a binding of the API server to an account that is made later',
    given: documents(
      roleManifest('system:kube-dns', [core('services', 'list')]),
      bindingManifest('ClusterRole system:kube-dns', [
        '{ kind: ServiceAccount, name: kube-dns, namespace: kube-system }',
      ]),
    ),
    ...CLUSTER,
    outcome: 'pass',
  },
  {
    name: "a role of one's own whose name begins with system:",
    given: roleManifest('system:mine', [core('pods', 'get')]),
    ...CLUSTER,
    outcome: 'fail',
  },
  {
    name: 'selectors of the wrong type',
    given: roleManifest('sum', []).replace(
      'rules: []',
      'aggregationRule: { clusterRoleSelectors: 7 }',
    ),
    ...CLUSTER,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'accounts that may not be read',
    given: documents(
      roleManifest('reader', [core('pods', 'get')]),
      bindingManifest('ClusterRole reader', [WEB_ACCOUNT]),
    ),
    ...CLUSTER,
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { serviceAccounts: 'forbidden' },
  },
]);

describe('rbac-unused-roles', () => {
  it('does not judge manifests, which are no whole cluster', () => {
    const given = roleManifest('reader', [core('pods', 'get')]);
    const finding = judgeCase(rbacUnusedRoles, {
      name: '',
      given,
      outcome: 'notEvaluated',
    });
    expect([finding.outcome, finding.reason]).toEqual([
      'notEvaluated',
      'partial',
    ]);
  });

  it('lists twenty and counts the rest', () => {
    const roles = Array.from({ length: 50 }, (_, index) =>
      roleManifest(`role-${index}`, [core('pods', 'get')]),
    );
    const { violations } = judgeCase(rbacUnusedRoles, {
      name: '',
      given: documents(...roles),
      ...CLUSTER,
      outcome: 'fail',
    });
    expect(violations).toHaveLength(21);
    expect(violations[20].message).toBe('and 30 more');
  });
});
