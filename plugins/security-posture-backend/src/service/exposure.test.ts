import { Entity } from '@backstage/catalog-model';
import {
  AccessResponse,
  ExposureResponse,
} from 'backstage-plugin-security-posture-common';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { objectsOf } from '../sweep/__testUtils__/collected';
import { HOUR, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const CART = '/entities/component/default/cart';

const cart: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'cart',
      'backstage.io/managed-by-location': 'url:http://example.com',
      'backstage.io/managed-by-origin-location': 'url:http://example.com',
    },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'user:default/olivia',
  },
};

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { backstage.io/kubernetes-id: cart } }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      serviceAccountName: robot
      containers: [{ name: web, image: 'web:1', env: [{ name: TOKEN, value: do-not-show }] }]`;

const AROUND = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: robot, namespace: shop }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop, annotations: { note: do-not-show } }
spec: { rules: [{ host: cart.example.com, http: { paths: [{ backend: { service: { name: cart } } }] } }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec: { podSelector: {} }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules: [{ apiGroups: [''], resources: [secrets], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: robot, namespace: shop }]`;

const databases = testDatabases({ heavy: true });

jest.setTimeout(120_000);

describe.each(databases.ids)('exposure over HTTP on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const get = (path: string, caller = PLATFORM_ENGINEER) =>
    ask(portal, 'get', path, caller);

  beforeAll(async () => {
    const knex = await databases.open(databaseId);
    const yaml = [deployment('cart'), deployment('worker'), AROUND];
    await sweepManifests(
      knex,
      objectsOf(yaml.join('\n---\n')),
      [toCatalogEntity(cart)],
      NOW - HOUR,
    );
    portal = await startPortal(knex, [cart], NOW);
    await catalogToAnswer();
  });

  afterAll(() => portal.stop());

  async function catalogToAnswer(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if ((await get(`${CART}/exposure`)).status === 200) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('The catalog did not process its entities');
  }

  async function exposure(): Promise<ExposureResponse> {
    return (await get(`${CART}/exposure`)).body;
  }

  it('names who reaches each workload, the one reached from furthest first', async () => {
    const { workloads, total, reach, partial } = await exposure();
    expect(
      workloads.map(({ resource, reach: how, tls }) => [
        resource.name,
        how,
        tls,
      ]),
    ).toEqual([
      ['cart', 'outside', 'no'],
      ['worker', 'inside', undefined],
    ]);
    expect([total, partial]).toEqual([2, false]);
    expect(reach).toEqual({ outside: 1, restricted: 0, inside: 1, unknown: 0 });
  });

  it('says by which policies a workload is bounded', async () => {
    const { workloads, nodes } = await exposure();
    const [{ isolation, policies }] = workloads;
    expect(isolation).toEqual({ ingress: 'refused', egress: 'unguarded' });
    expect(nodes.filter(({ id }) => policies.includes(id))).toMatchObject([
      { kind: 'NetworkPolicy', name: 'deny', directions: ['ingress'] },
    ]);
  });

  it('leads from the Ingress to what the account may do, and each thing is there once', async () => {
    const { nodes, edges } = await exposure();
    const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
    expect(typeOf.size).toBe(nodes.length);
    expect(
      edges
        .map(({ from, to }) => `${typeOf.get(from)} ${typeOf.get(to)}`)
        .sort(),
    ).toEqual([
      'ingress service',
      'policy workload',
      'policy workload',
      'service workload',
      'serviceAccount right',
      'workload serviceAccount',
      'workload serviceAccount',
    ]);
    expect(nodes.find(({ type }) => type === 'ingress')?.hosts).toEqual([
      { host: 'cart.example.com', tls: 'no' },
    ]);
    expect(nodes.find(({ type }) => type === 'right')?.right).toMatchObject({
      verbs: ['get'],
      objects: ['secrets'],
      namespace: 'shop',
      severity: 'medium',
    });
  });

  it('has the rights of accounts, and who uses them', async () => {
    const { body } = await get(`${CART}/access`);
    const { items, ...numbers } = body as AccessResponse;
    expect(numbers).toEqual({
      total: 1,
      workloadsTotal: 2,
      workloadsLookedAt: 2,
    });
    expect(items).toMatchObject([
      {
        resource: { name: 'robot' },
        token: true,
        rights: [{ objects: ['secrets'], role: { name: 'reader' } }],
        rightsLeftOut: 0,
        workloads: [{ name: 'cart' }, { name: 'worker' }],
        workloadsTotal: 2,
      },
    ]);
  });

  it('holds no value of an environment variable or annotation', async () => {
    const answers = [
      await get(`${CART}/exposure`),
      await get(`${CART}/access`),
      await get(`${CART}/workloads`),
    ];
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(
      /do-not-show/,
    );
  });

  it('is for who may see the entity only', async () => {
    const { status } = await get(`${CART}/exposure`, 'user:default/mallory');
    expect(status).toBe(404);
  });
});
