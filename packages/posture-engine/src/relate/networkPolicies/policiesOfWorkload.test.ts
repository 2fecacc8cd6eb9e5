import { inventoryView } from '../../evaluate/inventoryView';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { anInventory, parseExample } from '../../testing';
import { DENY, networkPolicy, SHOP, webWith } from '../../testing/policyCases';
import { covers } from './trafficRule';
import { NamespacePolicies } from './NamespacePolicies';
import { networkPolicyParts } from './kubernetesPolicies';
import {
  ISOLATION_NEEDS,
  policiesOfWorkload,
  protectionOfWorkload,
} from './policiesOfWorkload';

jest.mock('./trafficRule', () => {
  const actual = jest.requireActual('./trafficRule');
  return { ...actual, covers: jest.fn(actual.covers) };
});

function listsOf(objects: readonly KubernetesObject[]) {
  const inventory = anInventory(objects);
  if (!inventory.workloads.read) throw new Error('no workloads');
  return {
    lists: inventoryView(inventory, [...ISOLATION_NEEDS]),
    workloads: inventory.workloads.items,
  };
}

describe('policiesOfWorkload', () => {
  it('names each policy once, with the directions that it is about', () => {
    const { lists, workloads } = listsOf(
      parseExample(
        webWith(
          SHOP,
          DENY,
          networkPolicy('{ podSelector: { matchLabels: { app: web } } }', {
            name: 'web',
          }),
          networkPolicy('{ podSelector: { matchLabels: { app: db } } }', {
            name: 'db',
          }),
          `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: cilium, namespace: shop }
specs: [{ endpointSelector: {}, egress: [{}] }, { endpointSelector: {}, egressDeny: [{}] }]`,
        ),
      ),
    );
    expect(
      policiesOfWorkload(workloads[0], lists).map(
        ({ policy: { kind, name }, directions }) => [kind, name, ...directions],
      ),
    ).toEqual([
      ['NetworkPolicy', 'deny', 'ingress', 'egress'],
      ['CiliumNetworkPolicy', 'cilium', 'egress'],
      ['NetworkPolicy', 'web', 'ingress'],
    ]);
  });
});

describe('in a namespace with 10,000 policies', () => {
  const COUNT = 10_000;
  const policyOf = (spec: object, index: number): KubernetesObject => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${index}`, namespace: 'shop' },
    spec: {
      policyTypes: ['Ingress', 'Egress'],
      egress: [{ to: [{ ipBlock: { cidr: `10.0.${index % 256}.0/24` } }] }],
      ...spec,
    },
  });
  const workloadOf = (index: number) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `web-${index}`, namespace: 'shop' },
    spec: {
      template: {
        metadata: { labels: { part: 'shop', app: `web-${index}` } },
        spec: { containers: [] },
      },
    },
  });
  const many = (specOf: (index: number) => object) =>
    Array.from({ length: COUNT }, (_, index) => policyOf(specOf(index), index));
  const label = (app: string) => ({
    podSelector: { matchLabels: { part: 'shop', app } },
  });

  beforeEach(() => jest.mocked(covers).mockClear());

  it.each<[string, (index: number) => object]>([
    ['a policy for each workload', index => label(`web-${index}`)],
    ['policies that select every pod', () => ({ podSelector: {} })],
    ['policies that select alike', () => label('web-7')],
  ])('%s: no rule is asked again for each workload', (_, specOf) => {
    const { lists, workloads } = listsOf([
      ...many(specOf),
      ...Array.from({ length: COUNT }, (__, index) => workloadOf(index)),
    ]);
    const refused = workloads.filter(
      workload =>
        protectionOfWorkload(workload, 'egress', lists).state === 'refused',
    );
    expect(refused.length).toBeGreaterThan(0);
    const asked = jest.mocked(covers).mock.calls.length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(COUNT);
  });

  it('asks only the selectors that may fit', () => {
    const parts = many(index => label(`web-${index}`)).flatMap(
      networkPolicyParts,
    );
    let asked = 0;
    const counted = parts.map(part => ({
      ...part,
      podsIn: () => {
        const matcher = part.podsIn({
          name: 'shop',
          labels: {},
          complete: true,
        })!;
        return {
          ...matcher,
          matches: (pod: Parameters<typeof matcher.matches>[0]) => {
            asked += 1;
            return matcher.matches(pod);
          },
        };
      },
    }));
    const namespace = { name: 'shop', labels: {}, complete: true };
    const policies = new NamespacePolicies(counted, namespace);
    const selected = Array.from({ length: COUNT }, (_, index) =>
      policies.selecting({
        namespace,
        labels: new Workload(workloadOf(index)).podLabels,
        serviceAccount: 'default',
        accountLabels: () => ({}),
      }),
    );
    expect(selected.every(groups => groups.length === 1)).toBe(true);
    expect(asked).toBe(COUNT);
  });

  it.each(['In', 'NotIn', 'DoesNotExist'])(
    'a selector with 10,000 terms (%s) reads a label of a pod no more than a few times',
    operator => {
      const values = Array.from({ length: COUNT }, (_, index) => `v${index}`);
      const terms =
        operator === 'DoesNotExist'
          ? values.map(key => ({ key, operator }))
          : [{ key: 'app', operator, values }];
      const [part] = networkPolicyParts(
        policyOf({ podSelector: { matchExpressions: terms } }, 0),
      );
      const matcher = part.podsIn({
        name: 'shop',
        labels: {},
        complete: true,
      })!;
      let reads = 0;
      const labels = new Proxy<Record<string, string>>(
        { app: 'other', part: 'shop' },
        {
          get: (target, key: string) => {
            reads += 1;
            return target[key];
          },
          getOwnPropertyDescriptor: (target, key) => {
            reads += 1;
            return Object.getOwnPropertyDescriptor(target, key);
          },
        },
      );
      const pod = {
        namespace: { name: 'shop', labels: {}, complete: true },
        labels,
        serviceAccount: 'default',
        accountLabels: () => ({}),
      };
      expect(matcher.matches(pod)).toBe(operator !== 'In');
      expect(reads).toBeLessThan(10);
    },
  );
});
