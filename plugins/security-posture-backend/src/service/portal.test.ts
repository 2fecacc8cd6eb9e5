import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EntityRow } from 'backstage-plugin-security-posture-common';
import { KubernetesObject } from 'security-posture-engine';
import { migrationsDirectory } from '../database/migrate';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const OLIVIA = 'user:default/olivia';
const SERVICE = 'service:external:ci';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(120_000);

function anEntity(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/managed-by-location': 'url:http://example.com',
        'backstage.io/managed-by-origin-location': 'url:http://example.com',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

function aDeployment(name: string, privileged: boolean): KubernetesObject {
  const labels = { 'backstage.io/kubernetes-id': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            { name: 'web', image: 'web:1', securityContext: { privileged } },
          ],
        },
      },
    },
  };
}

const entities = [
  anEntity('cart', 'user:default/olivia'),
  anEntity('ledger', 'user:default/mallory'),
];

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ directory: migrationsDirectory() });
  const objects = [aDeployment('cart', true), aDeployment('ledger', false)];
  await sweepManifests(knex, objects, entities.map(toCatalogEntity), NOW);
  portal = await startPortal(knex, entities, NOW);
  await catalogToAnswer();
});

afterAll(() => portal.stop());

/** The catalog processes what it was given in its own time. */
async function catalogToAnswer(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await Promise.all(
      entities.map(({ metadata }) => posture(metadata.name, PLATFORM_ENGINEER)),
    );
    const owned = await posture('cart', OLIVIA);
    if ([...found, owned].every(({ status }) => status === 200)) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The catalog did not process its entities');
}

async function posture(name: string, caller: string) {
  return ask(
    portal,
    'get',
    `/entities/component/default/${name}/posture`,
    caller,
  );
}

function refs({ body }: { body: { items: EntityRow[] } }): string[] {
  return body.items.map(({ entityRef }) => entityRef);
}

describe('the API over a database, the catalog and a policy with conditions', () => {
  it('answers with a posture that holds together', async () => {
    const { body } = await posture('cart', OLIVIA);
    expect(body).toMatchObject({
      state: 'judged',
      readiness: 'notReady',
      workloads: 1,
      fixFirst: [
        {
          control: 'privileged-container',
          workloadsTotal: 1,
          patches: [
            { proven: true, resource: { name: 'cart', namespace: 'shop' } },
          ],
        },
        {},
        {},
      ],
    });
    expect(body.score.value).toBeLessThan(40);
    const { failing, notEvaluated } = body.controls;
    expect(body.findings.total).toBeGreaterThanOrEqual(failing + notEvaluated);
    const [worst] = body.findings.items;
    expect(worst.key).toBe(body.fixFirst[0].findingKey);
    const finding = await ask(portal, 'get', `/findings/${worst.key}`, OLIVIA);
    const { entities: owners, episodes, ...rest } = finding.body;
    expect(rest).toEqual(worst);
    expect(owners).toEqual(['component:default/cart']);
    expect(episodes).toHaveLength(1);
  });

  it.each([
    [OLIVIA, ['component:default/cart'], true],
    [
      PLATFORM_ENGINEER,
      ['component:default/cart', 'component:default/ledger'],
      false,
    ],
    [SERVICE, ['component:default/cart', 'component:default/ledger'], false],
    ['user:default/vera', [], true],
  ])('shows %s what the catalog shows', async (caller, expected, partial) => {
    const list = await ask(portal, 'get', '/entities?order=name', caller);
    expect(refs(list)).toEqual(expected);
    expect(list.body.partial).toBe(partial);
    const { body } = await ask(portal, 'get', '/summary', caller);
    expect(body.entities.total).toBe(expected.length);
    expect(body.workloads.owned).toBe(expected.length);
    expect(body.partial).toBe(partial);
  });

  it('hides an entity of others, and its findings', async () => {
    const hidden = await posture('ledger', OLIVIA);
    expect(hidden.status).toBe(404);
    const shown = await posture('ledger', PLATFORM_ENGINEER);
    const [{ key }] = shown.body.findings.items;
    for (const [caller, status] of [
      [OLIVIA, 404],
      [PLATFORM_ENGINEER, 200],
      [SERVICE, 200],
    ] as const)
      expect(
        (await ask(portal, 'get', `/findings/${key}`, caller)).status,
      ).toBe(status);
  });

  it.each([
    [OLIVIA, 'cart', 202],
    [OLIVIA, 'ledger', 404],
    [PLATFORM_ENGINEER, 'ledger', 202],
    [SERVICE, 'ledger', 202],
  ])('lets %s scan %s: %d', async (caller, name, status) => {
    const scan = await ask(
      portal,
      'post',
      `/entities/component/default/${name}/scan`,
      caller,
    );
    expect(scan.status).toBe(status);
  });

  it('shows a scan to those who see its entity', async () => {
    const { body } = await ask(
      portal,
      'post',
      '/entities/component/default/ledger/scan',
      PLATFORM_ENGINEER,
    );
    const { body: seen } = await posture('ledger', PLATFORM_ENGINEER);
    expect(seen.scan).toEqual(body);
    for (const [caller, status] of [
      [OLIVIA, 404],
      [PLATFORM_ENGINEER, 200],
    ] as const)
      expect(
        (await ask(portal, 'get', `/scans/${body.id}`, caller)).status,
      ).toBe(status);
  });
});
