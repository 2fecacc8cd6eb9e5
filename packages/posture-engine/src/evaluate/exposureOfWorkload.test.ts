import { anInventory, parseExample } from '../testing';
import { DENY, networkPolicy, SHOP, webWith } from '../testing/policyCases';
import { ExampleSurroundings } from '../model/control';
import { exposureOfWorkload, WorkloadExposure } from './exposureOfWorkload';

const service = (name: string, spec = '') =>
  `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: web }, ${spec} }`;
const ingress = (spec: string, annotations = '{}') =>
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop, annotations: ${annotations} }
spec:
  ${spec}
  rules:
    - host: shop.example.com
      http: { paths: [{ backend: { service: { name: web } } }] }
    - host: api.example.com
      http: { paths: [{ backend: { service: { name: web } } }] }`;
const route = (section: string) =>
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  hostnames: [shop.example.com]
  parentRefs: [{ name: public, namespace: infra, sectionName: ${section} }]
  rules: [{ backendRefs: [{ name: web }] }]`;
const GATEWAY = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: infra }
spec: { listeners: [{ name: plain, protocol: HTTP }, { name: secure, protocol: HTTPS }] }`;

function exposure(
  documents: readonly string[],
  unread: ExampleSurroundings['unread'] = {},
): WorkloadExposure {
  const inventory = anInventory(parseExample(webWith(SHOP, ...documents)), {
    fromCluster: true,
    unread,
  });
  if (!inventory.workloads.read) throw new Error('no workloads');
  return exposureOfWorkload(inventory.workloads.items[0], inventory);
}

describe('who can reach a workload', () => {
  it.each([
    ['', 'ClusterIP', 'cluster'],
    ['type: NodePort', 'NodePort', 'nodePort'],
    ['type: LoadBalancer', 'LoadBalancer', 'loadBalancer'],
    [
      'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]',
      'LoadBalancer',
      'restricted',
    ],
  ])('by a Service of %p', (spec, type, how) => {
    expect(exposure([service('web', spec)]).services).toEqual({
      read: true,
      items: [{ name: 'web', type, exposure: how }],
    });
  });

  it.each([
    ['', '{}', 'no', 'no'],
    ['tls: [{ hosts: [shop.example.com] }]', '{}', 'yes', 'no'],
    [
      'tls: [{ hosts: [shop.example.com] }]',
      '{ alb.ingress.kubernetes.io/certificate-arn: arn }',
      'yes',
      'unknown',
    ],
  ])('by an Ingress with %p', (spec, annotations, shop, api) => {
    expect(
      exposure([service('web'), ingress(spec, annotations)]).ingresses,
    ).toEqual({
      read: true,
      items: [
        {
          kind: 'Ingress',
          namespace: 'shop',
          name: 'front',
          services: ['web'],
          gateways: [],
          hosts: [
            { host: 'shop.example.com', tls: shop },
            { host: 'api.example.com', tls: api },
          ],
        },
      ],
    });
  });

  it.each([
    ['plain', 'no'],
    ['secure', 'yes'],
  ])('by a route of the listener %s', (section, tls) => {
    const { routes } = exposure([service('web'), route(section), GATEWAY]);
    expect(routes).toEqual({
      read: true,
      items: [
        {
          kind: 'HTTPRoute',
          namespace: 'shop',
          name: 'web',
          services: ['web'],
          gateways: ['infra/public'],
          hosts: [{ host: 'shop.example.com', tls }],
        },
      ],
    });
  });

  it('is nobody by a route that no listener takes', () => {
    const { routes } = exposure([service('web'), route('other'), GATEWAY]);
    expect(routes).toEqual({ read: true, items: [] });
  });

  it('is nobody by an Ingress of another Service', () => {
    expect(exposure([service('other'), ingress('')]).ingresses).toEqual({
      read: true,
      items: [],
    });
  });

  it('is told part by part, where a list may not be read', () => {
    const { services, ingresses, routes, isolation } = exposure(
      [service('web'), ingress('')],
      { ingresses: 'forbidden', ciliumNetworkPolicies: 'unreachable' },
    );
    expect(services.read).toBe(true);
    expect(ingresses).toEqual({ read: false, reason: 'forbidden' });
    expect(routes.read).toBe(true);
    expect(isolation).toEqual({ read: false, reason: 'unreachable' });
  });

  it('is untold where a Service has a value of the wrong type', () => {
    expect(exposure([service('web', 'type: [7]')]).services).toEqual({
      read: false,
      reason: 'parseError',
    });
  });
});

it.each([
  ['containers: [{ name: web }]', false, []],
  ['hostNetwork: true\ncontainers: [{ name: web }]', true, []],
  [
    'containers: [{ name: web, ports: [{ containerPort: 80, hostPort: 8080 }, { containerPort: 81 }] }]',
    false,
    [8080],
  ],
])('the node lends its network to %s', (spec, hostNetwork, hostPorts) => {
  const inventory = anInventory(parseExample(spec), { fromCluster: true });
  if (!inventory.workloads.read) throw new Error('no workloads');
  expect(
    exposureOfWorkload(inventory.workloads.items[0], inventory),
  ).toMatchObject({ hostNetwork, hostPorts });
});

describe('what bounds the traffic of a workload', () => {
  const stateOf = ({ isolation }: WorkloadExposure) =>
    isolation.read && isolation.items.map(({ state }) => state);

  it.each<[string, readonly string[], readonly string[]]>([
    ['no policy', [], ['unguarded', 'unguarded']],
    ['one that refuses', [DENY], ['refused', 'refused']],
    [
      'one that opens',
      [
        DENY,
        networkPolicy(
          '{ podSelector: {}, egress: [{}], policyTypes: [Egress] }',
        ),
      ],
      ['refused', 'open'],
    ],
  ])('is %s', (_, policies, states) => {
    expect(stateOf(exposure(policies))).toEqual(states);
  });

  it('is named', () => {
    const { policies } = exposure([DENY]);
    expect(policies.read && policies.items).toMatchObject([
      {
        policy: { kind: 'NetworkPolicy', namespace: 'shop', name: 'deny' },
        directions: ['ingress', 'egress'],
      },
    ]);
  });
});
