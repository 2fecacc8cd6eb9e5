import { SUPPORTING_RESOURCES } from '../model/resources';
import { anInventory, parseExample } from '../testing';
import { rightsBeyondBasics, rightsInWords } from './rightsBeyondBasics';
import { RbacLists, rightsOfServiceAccount } from './serviceAccountRights';

function listsOf(manifests: string): RbacLists {
  const { supporting } = anInventory(parseExample(manifests));
  const items = (name: keyof typeof SUPPORTING_RESOURCES) => {
    const list = supporting[name];
    return list.read ? list.items : [];
  };
  return {
    roles: items('roles'),
    clusterRoles: items('clusterRoles'),
    roleBindings: items('roleBindings'),
    clusterRoleBindings: items('clusterRoleBindings'),
  };
}

/** Rights of account `web` in namespace `shop` beyond those of every account, in words. */
function rightsOf(manifests: string): string {
  const rights = rightsOfServiceAccount('shop', 'web', listsOf(manifests));
  return rightsInWords(rightsBeyondBasics(rights), 3);
}

const API = 'apiVersion: rbac.authorization.k8s.io/v1';
const WEB = '{ kind: ServiceAccount, name: web, namespace: shop }';

const role = (kind: string, name: string, rules: string, metadata = '') =>
  `${API}\nkind: ${kind}\nmetadata: { name: "${name}"${
    kind === 'Role' ? ', namespace: shop' : ''
  }${metadata} }\nrules: ${rules}`;
const binding = (
  kind: string,
  roleKind: string,
  roleName: string,
  subjects: string,
) =>
  `${API}\nkind: ${kind}\nmetadata: { name: b${
    kind === 'RoleBinding' ? ', namespace: shop' : ''
  } }\nroleRef: { kind: ${roleKind}, name: "${roleName}" }\nsubjects: ${subjects}`;
const both = (...documents: string[]) => documents.join('\n---\n');

const READ_PODS =
  '[{ apiGroups: [""], resources: [pods], verbs: [get, list] }]';
const MANY_RULES = `[${['a', 'b', 'c', 'd', 'e']
  .map(name => `{ apiGroups: [""], resources: [${name}], verbs: [get] }`)
  .join(', ')}]`;
const READ_NODES = '[{ apiGroups: [""], resources: [nodes], verbs: [get] }]';

describe('rightsOfServiceAccount', () => {
  it.each<[string, string, string]>([
    [
      'a Role by a RoleBinding',
      both(
        role('Role', 'reader', READ_PODS),
        binding('RoleBinding', 'Role', 'reader', `[${WEB}]`),
      ),
      'get, list pods in shop (Role reader)',
    ],
    [
      'a ClusterRole by a RoleBinding holds in the namespace',
      both(
        role('ClusterRole', 'reader', READ_PODS),
        binding('RoleBinding', 'ClusterRole', 'reader', `[${WEB}]`),
      ),
      'get, list pods in shop (ClusterRole reader)',
    ],
    [
      'a ClusterRole by a ClusterRoleBinding holds everywhere',
      both(
        role('ClusterRole', 'reader', READ_NODES),
        binding('ClusterRoleBinding', 'ClusterRole', 'reader', `[${WEB}]`),
      ),
      'get nodes in the cluster (ClusterRole reader)',
    ],
    [
      'an account of the same name in another namespace',
      both(
        role('Role', 'reader', READ_PODS),
        binding(
          'RoleBinding',
          'Role',
          'reader',
          '[{ kind: ServiceAccount, name: web, namespace: bank }]',
        ),
      ),
      '',
    ],
    [
      'the account as a user',
      both(
        role('Role', 'reader', READ_PODS),
        binding(
          'RoleBinding',
          'Role',
          'reader',
          '[{ kind: User, name: "system:serviceaccount:shop:web" }]',
        ),
      ),
      'get, list pods in shop (Role reader)',
    ],
    ...[
      'system:serviceaccounts',
      'system:serviceaccounts:shop',
      'system:authenticated',
    ].map((group): [string, string, string] => [
      `the group ${group}`,
      both(
        role('ClusterRole', 'reader', READ_NODES),
        binding(
          'ClusterRoleBinding',
          'ClusterRole',
          'reader',
          `[{ kind: Group, name: "${group}" }]`,
        ),
      ),
      'get nodes in the cluster (ClusterRole reader)',
    ]),
    [
      'the group of another namespace',
      both(
        role('ClusterRole', 'reader', READ_NODES),
        binding(
          'ClusterRoleBinding',
          'ClusterRole',
          'reader',
          '[{ kind: Group, name: "system:serviceaccounts:bank" }]',
        ),
      ),
      '',
    ],
    [
      'a binding to a role that does not exist',
      binding('RoleBinding', 'Role', 'gone', `[${WEB}]`),
      '',
    ],
    [
      'a ClusterRoleBinding to a Role, which the API server refuses',
      both(
        role('Role', 'reader', READ_PODS),
        binding('ClusterRoleBinding', 'Role', 'reader', `[${WEB}]`),
      ),
      '',
    ],
    [
      'a cluster role that every API server makes',
      binding('RoleBinding', 'ClusterRole', 'cluster-admin', `[${WEB}]`),
      '* * in shop (ClusterRole cluster-admin)',
    ],
    [
      'a name that only objects have is no default role',
      binding('RoleBinding', 'ClusterRole', 'constructor', `[${WEB}]`),
      '',
    ],
    [
      'nodes by a RoleBinding grant nothing',
      both(
        role('ClusterRole', 'reader', READ_NODES),
        binding('RoleBinding', 'ClusterRole', 'reader', `[${WEB}]`),
      ),
      '',
    ],
    [
      'URLs by a RoleBinding grant nothing',
      both(
        role(
          'ClusterRole',
          'reader',
          '[{ nonResourceURLs: [/metrics], verbs: [get] }]',
        ),
        binding('RoleBinding', 'ClusterRole', 'reader', `[${WEB}]`),
      ),
      '',
    ],
    [
      'pods/* grants nothing',
      both(
        role(
          'Role',
          'reader',
          '[{ apiGroups: [""], resources: ["pods/*"], verbs: [get] }]',
        ),
        binding('RoleBinding', 'Role', 'reader', `[${WEB}]`),
      ),
      '',
    ],
    [
      'a rule without verbs, or without groups, grants nothing',
      both(
        role(
          'Role',
          'reader',
          '[{ apiGroups: [""], resources: [pods] }, { resources: [pods], verbs: [get] }]',
        ),
        binding('RoleBinding', 'Role', 'reader', `[${WEB}]`),
      ),
      '',
    ],
    [
      'what every account may do, whatever the role is called',
      both(
        role(
          'ClusterRole',
          'own',
          '[{ nonResourceURLs: [/api/v1, /version], verbs: [get] }, { apiGroups: [authorization.k8s.io], resources: [selfsubjectaccessreviews], verbs: [create] }]',
        ),
        binding('ClusterRoleBinding', 'ClusterRole', 'own', `[${WEB}]`),
      ),
      '',
    ],
    [
      'more than that under a built-in name counts',
      both(
        role('ClusterRole', 'system:basic-user', READ_PODS),
        binding(
          'ClusterRoleBinding',
          'ClusterRole',
          'system:basic-user',
          '[{ kind: Group, name: "system:authenticated" }]',
        ),
      ),
      'get, list pods in the cluster (ClusterRole system:basic-user)',
    ],
    [
      'aggregated rules',
      both(
        `${role(
          'ClusterRole',
          'sum',
          '[]',
        )}\naggregationRule: { clusterRoleSelectors: [{ matchLabels: { sum: "true" } }] }`,
        role('ClusterRole', 'part', READ_PODS, ', labels: { sum: "true" }'),
        role('ClusterRole', 'other', READ_NODES, ', labels: { sum: "false" }'),
        binding('ClusterRoleBinding', 'ClusterRole', 'sum', `[${WEB}]`),
      ),
      'get, list pods in the cluster (ClusterRole sum)',
    ],
    [
      'a cycle of aggregation',
      both(
        `${role(
          'ClusterRole',
          'a',
          READ_PODS,
          ', labels: { a: "1" }',
        )}\naggregationRule: { clusterRoleSelectors: [{ matchLabels: { b: "1" } }] }`,
        `${role(
          'ClusterRole',
          'b',
          READ_NODES,
          ', labels: { b: "1" }',
        )}\naggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: "1" } }] }`,
        binding('ClusterRoleBinding', 'ClusterRole', 'a', `[${WEB}]`),
      ),
      'get nodes in the cluster (ClusterRole a); get, list pods in the cluster (ClusterRole a)',
    ],
    [
      'a binding of the wrong shape harms nothing',
      both(
        `${API}\nkind: RoleBinding\nmetadata: { name: x, namespace: shop }\nroleRef: reader\nsubjects: web`,
        `${API}\nkind: RoleBinding\nmetadata: { name: y, namespace: shop }\nroleRef: { kind: Role, name: reader }\nsubjects: [web, { kind: Group }]`,
        role('Role', 'reader', READ_PODS),
        binding('RoleBinding', 'Role', 'reader', `[${WEB}]`),
      ),
      'get, list pods in shop (Role reader)',
    ],
    [
      'more rights than are shown',
      both(
        role('Role', 'many', MANY_RULES),
        binding('RoleBinding', 'Role', 'many', `[${WEB}]`),
      ),
      'get a in shop (Role many); get b in shop (Role many); get c in shop (Role many); and 2 more',
    ],
  ])('%s', (_, manifests, expected) => {
    expect(rightsOf(manifests)).toBe(expected);
  });

  it('refuses to guess where a role that counts has the wrong shape', () => {
    const manifests = both(
      role(
        'Role',
        'reader',
        '[{ apiGroups: "", resources: [pods], verbs: [get] }]',
      ),
      binding('RoleBinding', 'Role', 'reader', `[${WEB}]`),
    );
    expect(() => rightsOf(manifests)).toThrow(
      'Role shop/reader.rules[0].apiGroups is a string, expected a list',
    );
  });
});
