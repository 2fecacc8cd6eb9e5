import { anInventory, InventoryOptions } from '../examples/anInventory';
import { DEFAULT_SETTINGS } from '../model/settings';
import { parseExample } from '../examples/parseExample';
import { describeBinding } from './describeBinding';
import { describeNamespace } from './describeNamespace';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

function deployment(name: string, spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${spec} containers: [{ name: app }] }`;
}

function policy(name: string, types: string, rules = ''): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${name} } }, policyTypes: [${types}]${rules} }`;
}

/** Pods that run of these Deployments of the namespace. */
function pods(...owners: string[]): InventoryOptions['livePods'] {
  return owners.map((name, index) => ({
    namespace: 'shop',
    name: `${name}-${index}`,
    owner: { kind: 'Deployment', name },
    injected: [],
    imageDigests: {},
  }));
}

function describeFirst(manifests: string[], options: InventoryOptions) {
  const objects = parseExample(manifests.join('\n---\n'));
  return describeNamespace(
    objects[0],
    anInventory(objects, { fromCluster: true, ...options }),
    DEFAULT_SETTINGS,
  );
}

describe('describeNamespace', () => {
  it.each([
    [
      'pods that policies bound, by direction',
      [
        SHOP,
        deployment('web'),
        deployment('api'),
        policy('web', 'Ingress, Egress'),
        policy('api', 'Ingress'),
      ],
      pods('web', 'web', 'api'),
      { total: 3, hostNetwork: 0, ingress: 3, egress: 2 },
    ],
    [
      'pods that a policy selects and opens as not bounded',
      [SHOP, deployment('web'), policy('web', 'Ingress', ', ingress: [{}]')],
      pods('web'),
      { total: 1, hostNetwork: 0, ingress: 0, egress: 0 },
    ],
    [
      'pods on the network of their node apart',
      [SHOP, deployment('web', 'hostNetwork: true,')],
      pods('web', 'web'),
      { total: 2, hostNetwork: 2, ingress: 0, egress: 0 },
    ],
    [
      'nothing of what is scaled to none',
      [SHOP, deployment('web')],
      [],
      { total: 0, hostNetwork: 0, ingress: 0, egress: 0 },
    ],
  ])('counts %s', (_, manifests, livePods, counted) => {
    expect(describeFirst(manifests, { livePods })).toEqual({ pods: counted });
  });

  it('says why policies are not known', () => {
    const unread = { networkPolicies: 'forbidden' } as const;
    const livePods = pods('web');
    expect(
      describeFirst([SHOP, deployment('web')], { livePods, unread }),
    ).toEqual({ unread: 'forbidden' });
  });

  it('names the level that it enforces, and that it is one of the cluster', () => {
    const system = `apiVersion: v1
kind: Namespace
metadata:
  name: kube-system
  labels: { pod-security.kubernetes.io/enforce: baseline }`;
    expect(describeFirst([system], { livePods: [] })).toMatchObject({
      enforces: 'baseline',
      system: true,
    });
  });
});

describe('describeBinding', () => {
  it.each([
    [
      'a role and those who have it',
      `kind: ClusterRoleBinding
apiVersion: rbac.authorization.k8s.io/v1
metadata: { name: ops }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view-all }
subjects:
  - { kind: Group, name: ops }
  - { kind: ServiceAccount, name: ci, namespace: build }
  - { kind: Robot, name: nobody }`,
      { role: { kind: 'ClusterRole', name: 'view-all' }, subjects: 2 },
    ],
    [
      'no role where the API server would refuse it',
      `kind: ClusterRoleBinding
apiVersion: rbac.authorization.k8s.io/v1
metadata: { name: ops }
roleRef: { kind: Role, name: view-all }`,
      { subjects: 0 },
    ],
  ])('tells %s', (_, manifest, facts) => {
    const [object] = parseExample(manifest);
    expect(describeBinding(object)).toEqual(facts);
  });
});
