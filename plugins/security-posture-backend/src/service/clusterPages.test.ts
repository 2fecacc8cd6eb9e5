import { Entity } from '@backstage/catalog-model';
import {
  ClusterControlsResponse,
  ClusterMatrix,
  ClusterOverview,
  ClustersResponse,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { objectsOf } from '../sweep/__testUtils__/collected';
import { HOUR, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const CLUSTER = '/clusters/prod-eu';

const cart: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    title: 'Cart',
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

const OBJECTS = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop, labels: { backstage.io/kubernetes-id: cart } }
spec:
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: web, image: 'web:1', env: [{ name: TOKEN, value: do-not-show }] }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: view-all }
rules: [{ apiGroups: [''], resources: [secrets], verbs: [get, list] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: exporter }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view-all }
subjects: [{ kind: ServiceAccount, name: exporter, namespace: monitoring }]`;

const databases = testDatabases({ heavy: true });

jest.setTimeout(120_000);

describe.each(databases.ids)(
  'pages of clusters over HTTP on %s',
  databaseId => {
    let portal: Awaited<ReturnType<typeof startPortal>>;
    let knex: Knex;

    const get = (path: string, caller = PLATFORM_ENGINEER) =>
      ask(portal, 'get', path, caller);

    beforeAll(async () => {
      knex = await databases.open(databaseId);
      await sweepManifests(
        knex,
        objectsOf(OBJECTS),
        [toCatalogEntity(cart)],
        NOW - HOUR,
      );
      portal = await startPortal(knex, [cart], NOW);
      await catalogToAnswer();
    });

    afterAll(() => portal.stop());

    async function catalogToAnswer(): Promise<void> {
      const path = '/entities/component/default/cart/posture';
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if ((await get(path)).status === 200) return;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error('The catalog did not process its entities');
    }

    it('tells in one answer of bounded size how a cluster stands', async () => {
      const response = await get(`${CLUSTER}/overview`);
      const overview = response.body as ClusterOverview;
      expect(response.text.length).toBeLessThan(200_000);
      expect(response.text).not.toContain('do-not-show');
      expect(overview.cluster).toMatchObject({ name: 'prod-eu', workloads: 1 });
      expect(overview.services).toEqual({ total: 1, partial: false });
      expect(overview.namespaces.items).toMatchObject([
        {
          name: 'shop',
          services: [{ entityRef: 'component:default/cart', title: 'Cart' }],
          podSecurity: { outcome: 'fail' },
        },
      ]);
      expect(overview.access.items).toMatchObject([
        {
          control: 'rbac-secrets-read',
          role: 'ClusterRole view-all',
          holders: [
            {
              subject: 'ServiceAccount monitoring/exporter',
              rights: ['get secrets', 'list secrets'],
              more: 0,
            },
          ],
        },
      ]);
      expect(overview.access).toMatchObject({ bindings: 1, risky: 1 });
      expect(overview.sweeps).toMatchObject([
        { status: 'complete', closed: 0 },
      ]);
      expect(overview.sweeps[0].opened).toBeGreaterThan(5);
      expect(overview.fixFirst).toHaveLength(3);
    });

    it('shows services only to those to whom the catalog shows them', async () => {
      const { body } = await get(`${CLUSTER}/overview`, 'user:default/nobody');
      const { services, namespaces } = body as ClusterOverview;
      expect(services).toEqual({ total: 0, partial: true });
      expect(namespaces.items[0]).toMatchObject({
        services: [],
        servicesTotal: 0,
      });
    });

    it('lists controls with what fails of what was judged, failing ones first', async () => {
      const { body } = await get(`${CLUSTER}/controls`);
      const { items } = body as ClusterControlsResponse;
      const psa = items.find(
        ({ control }) => control === 'namespace-psa-enforced',
      );
      expect(psa).toMatchObject({ state: 'failing', failing: 1, judged: 1 });
      expect(items[0].state).toBe('failing');
      expect(
        items.some(({ control }) => control === 'privileged-container'),
      ).toBe(false);
    });

    it('lays the same numbers out by cluster', async () => {
      const { body } = await get('/matrix/clusters');
      const { clusters, controls } = body as ClusterMatrix;
      expect(clusters).toMatchObject([{ name: 'prod-eu', judged: true }]);
      expect(
        controls.find(({ control }) => control === 'namespace-psa-enforced')
          ?.cells,
      ).toMatchObject([{ failing: 1, judged: 1 }]);
    });

    it.each(['access', 'namespaces', 'nodes'])('pages %s', async part => {
      const { body, status } = await get(`${CLUSTER}/${part}?limit=1`);
      expect(status).toBe(200);
      expect(body.items.length).toBeLessThanOrEqual(1);
      expect(body.total).toBe(part === 'nodes' ? 0 : 1);
    });

    it.each(['overview', 'controls', 'access', 'namespaces', 'nodes'])(
      'knows no %s of a cluster that there is not',
      async part => {
        expect((await get(`/clusters/nowhere/${part}`)).status).toBe(404);
      },
    );

    it('remembers of a cluster that is listed no more since when it is gone, and nothing else', async () => {
      const row = await knex('clusters').where({ name: 'prod-eu' }).first();
      await knex('clusters').insert({ ...row, name: 'old-eu', gone_at: NOW });
      const { body } = await get('/clusters/old-eu');
      expect(body).toMatchObject({
        name: 'old-eu',
        state: 'gone',
        goneAt: new Date(NOW).toISOString(),
        workloads: 0,
      });
      expect((await get('/clusters/old-eu/overview')).status).toBe(404);
      const { items } = (await get('/clusters')).body as ClustersResponse;
      expect(items).toMatchObject([{ name: 'prod-eu' }]);
      expect(items[0]).not.toHaveProperty('goneAt');
    });
  },
);
