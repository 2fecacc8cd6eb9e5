import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { SUPPORTING_RESOURCES } from 'security-posture-engine';
import {
  DEFAULT_PARTS,
  deployedRole,
} from '../collect/__testUtils__/deployedRoles';
import { fakeClusterReader } from '../collect/__testUtils__/fakeClusterReader';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { readServiceLocator } from '../resolve/ServiceLocator';
import { ask } from '../service/__testUtils__/callers';
import { ACCESS } from './__testUtils__/access';
import { ApiCaller } from './__testUtils__/ApiCaller';
import { CLUSTER, WHOLE_CATALOG, WHOLE_CLUSTER } from './__testUtils__/halves';
import { operationOf, OPERATIONS } from './__testUtils__/operations';
import { startHalves } from './__testUtils__/startHalves';
import { ADMIN, HALF_BLIND } from './__testUtils__/TestPolicy';
import { CLUSTERS, WholePortal } from './__testUtils__/WholePortal';

const SOURCES = join(__dirname, '..');
const HIDDEN_POSTURE = '/entities/component/default/umbra-vault/posture';

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

const reader = {
  ...fakeClusterReader({}),
  listClusters: async () => CLUSTERS,
};

let portal: WholePortal;
let api: ApiCaller;

beforeAll(async () => {
  const knex = await databases.open(databases.ids[0]);
  portal = await startHalves(knex, WHOLE_CLUSTER, WHOLE_CATALOG, { reader });
  api = new ApiCaller(portal, 'lumen-cart');
});

afterAll(() => portal?.stop());

/** The text of every source file, by its path; tests and what they use left out. */
function sources(folder = SOURCES): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === '__testUtils__' ? [] : sources(path);
    return /\.test\.ts$/.test(entry.name)
      ? []
      : [[path.slice(SOURCES.length), readFileSync(path, 'utf8')] as const];
  });
}

function sourcesWith(pattern: RegExp): readonly string[] {
  return sources().flatMap(([path, text]) =>
    pattern.test(text) ? [path] : [],
  );
}

describe('security mistakes of other plugins', () => {
  it('routes that answer without credentials: none does, not even where there is no route', async () => {
    for (const { method, path } of OPERATIONS) {
      const filled = path.replace(/\{\w+\}/g, 'x');
      expect((await ask(portal, method, filled)).status).toBe(401);
    }
    expect((await ask(portal, 'get', '/nothing')).status).toBe(401);
    expect(sourcesWith(/addAuthPolicy|allow: 'unauthenticated'/)).toEqual([]);
  });

  it('authorising with the credentials of the plugin: the catalog is asked as the user', async () => {
    portal.calls.length = 0;
    const { status } = await ask(portal, 'get', HIDDEN_POSTURE, HALF_BLIND);
    expect(status).toBe(404);
    const asked = portal.calls.filter(({ plugin }) => plugin === 'catalog');
    expect(new Set(asked.map(({ caller }) => caller))).toEqual(
      new Set([HALF_BLIND]),
    );
  });

  it('an entity taken from the body: the one of the path is scanned, whatever is sent along', async () => {
    const forged = {
      entityRef: 'component:default/umbra-vault',
      entity: WHOLE_CATALOG.find(
        ({ metadata }) => metadata.name === 'umbra-vault',
      ),
    };
    const { status, body } = await api.send(
      operationOf('scanEntity'),
      HALF_BLIND,
      { body: forged },
    );
    expect(status).toBe(202);
    const rows = await portal.knex('scan_requests').where({ id: body.id });
    expect(rows.map(row => row.entity_ref)).toEqual([
      'component:default/lumen-cart',
    ]);
  });

  it('an entity that a body names: it is read from the catalog as the caller', async () => {
    const request = api.exemptionRequest();
    for (const name of ['umbra-vault', 'absent']) {
      const response = await ask(
        portal,
        'post',
        '/exemptions',
        HALF_BLIND,
      ).send({ ...request, entityRef: `component:default/${name}` });
      expect(response.status).toBe(404);
    }
  });

  it('no permission at all: every operation asks for one, but for the document', () => {
    const open = Object.keys(ACCESS).filter(
      id => ACCESS[id].permissions.length === 0,
    );
    expect(open).toEqual(['getOpenApiDocument']);
  });

  it('shelling out: no source file can', () => {
    expect(sources().length).toBeGreaterThan(100);
    expect(
      sourcesWith(
        /child_process|\bexecSync\b|\bspawn\(|\beval\(|new Function\(/,
      ),
    ).toEqual([]);
  });

  it('kubeconfigs and tokens in the database: no column takes them', async () => {
    const columns = await Promise.all(
      ['clusters', 'sweeps', 'imports', 'subjects'].map(async table =>
        Object.keys(await portal.knex(table).columnInfo()),
      ),
    );
    expect(columns.flat()).toContain('auth_provider');
    expect(columns.flat().join(' ')).not.toMatch(
      /kube_?config|token|password|certificate|credential|secret/i,
    );
  });

  it('values that are masked and can be had otherwise: of Secrets no more than metadata is read, and by default nothing', () => {
    const secrets = Object.values(SUPPORTING_RESOURCES).filter(
      ({ plural }) => plural === 'secrets',
    );
    expect(secrets.every(({ metadataOnly }) => metadataOnly)).toBe(true);
    expect(reader.asked.filter(path => /secrets/.test(path))).toEqual([]);
    const rules = DEFAULT_PARTS.flatMap(part => deployedRole(part).rules);
    expect(rules.length).toBeGreaterThan(3);
    const resources = rules.flatMap(rule => rule.resources ?? []);
    const verbs = new Set(rules.flatMap(rule => rule.verbs));
    expect(resources).not.toContain('secrets');
    expect(resources).not.toContain('*');
    expect([...verbs].filter(verb => !['get', 'list'].includes(verb))).toEqual(
      [],
    );
  });

  it.each(['https://evil.example', 'evil', '../prod-eu', 'prod-eu\u0000'])(
    'a cluster that the catalog or a caller makes up: %s is never contacted',
    async name => {
      const [entity] = WHOLE_CATALOG.filter(({ kind }) => kind === 'Component');
      const locator = readServiceLocator(
        new ConfigReader({
          kubernetes: { serviceLocatorMethod: { type: 'singleTenant' } },
        }),
      );
      const annotations = { 'backstage.io/kubernetes-cluster': name };
      const located = locator({ ...toCatalogEntity(entity), annotations }, [
        CLUSTER,
      ]);
      expect(located.clusters).toEqual([]);

      const asked = reader.asked.length;
      const path = `/clusters/${encodeURIComponent(name)}`;
      for (const [method, part] of [
        ['get', 'preflight'],
        ['post', 'scan'],
      ] as const) {
        const { status } = await ask(portal, method, `${path}/${part}`, ADMIN);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
      expect(reader.asked).toHaveLength(asked);
    },
  );

  it('versions of the kubernetes plugin in which the catalog can name a cluster: none is allowed', () => {
    const manifest = JSON.parse(
      readFileSync(join(SOURCES, '../package.json'), 'utf8'),
    );
    const range: string =
      manifest.devDependencies['@backstage/plugin-kubernetes-backend'];
    const [, minor, patch] = range.replace(/^\^/, '').split('.').map(Number);
    expect(minor * 1000 + patch).toBeGreaterThanOrEqual(21_010);
  });
});
