import { ExampleSurroundings } from '../model/control';
import { anInventory, parseExample } from '../testing';
import { rightsOfAccount } from './rightsOfAccount';

const deployment = (field = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, ${field} containers: [{ name: web }] } } }`;
const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }`;
const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web, namespace: shop }
rules:
  - { apiGroups: [apps], resources: [deployments], verbs: [list, get] }
  - { apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [token] }
  - { apiGroups: [""], resources: [secrets], verbs: [get] }`;
const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web-reads, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]`;
const ADMIN = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: all }
rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web-all }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]`;

function rightsIn(
  documents: readonly string[],
  unread: ExampleSurroundings['unread'] = {},
) {
  const inventory = anInventory(parseExample(documents.join('\n---\n')), {
    fromCluster: true,
    unread,
  });
  const subject = {
    type: 'serviceAccount' as const,
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    namespace: 'shop',
    name: 'web',
  };
  return rightsOfAccount(subject, inventory);
}

describe('what a service account may do', () => {
  it('is every rule that holds for it, the gravest first', () => {
    const { rights } = rightsIn([deployment(), ACCOUNT, ROLE, BINDING, ADMIN]);
    const own = {
      namespace: 'shop',
      role: { kind: 'Role', name: 'web' },
      binding: { kind: 'RoleBinding', name: 'web-reads' },
    };
    expect(rights).toEqual({
      read: true,
      items: [
        {
          verbs: ['*'],
          objects: ['*'],
          names: [],
          role: { kind: 'ClusterRole', name: 'all' },
          binding: { kind: 'ClusterRoleBinding', name: 'web-all' },
          severity: 'critical',
        },
        {
          ...own,
          verbs: ['get'],
          objects: ['secrets'],
          names: [],
          severity: 'medium',
        },
        {
          ...own,
          verbs: ['get', 'list'],
          objects: ['deployments.apps'],
          names: [],
        },
        { ...own, verbs: ['get'], objects: ['secrets'], names: ['token'] },
      ],
    });
  });

  it('is nothing without a binding', () => {
    expect(rightsIn([deployment(), ACCOUNT, ROLE]).rights).toEqual({
      read: true,
      items: [],
    });
  });

  it('is untold where bindings may not be read', () => {
    const { rights, token } = rightsIn([deployment(), ACCOUNT], {
      clusterRoleBindings: 'forbidden',
    });
    expect(rights).toEqual({ read: false, reason: 'forbidden' });
    expect(token).toEqual({ read: true, items: [true] });
  });

  it.each([
    ['', true],
    ['automountServiceAccountToken: false,', false],
  ])('is at hand in a pod with %p: %p', (field, has) => {
    expect(rightsIn([deployment(field), ACCOUNT]).token).toEqual({
      read: true,
      items: [has],
    });
  });
});
