import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import {
  ADMIN,
  FINDING_KEYS,
  foundCompany,
  HALF_BLIND,
  pathOf,
  refOf,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;

beforeEach(async () => {
  api = await startApi(NOW);
  foundCompany(api);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await api.stop();
});

const fails = async () => {
  throw new Error('connect ECONNREFUSED 10.0.0.7:7007');
};

function breakCatalog() {
  const { catalog } = api.policy;
  jest.spyOn(catalog, 'getEntityByRef').mockImplementation(fails);
  jest.spyOn(catalog, 'getEntitiesByRefs').mockImplementation(fails);
  jest.spyOn(catalog, 'getEntityFacets').mockImplementation(fails);
}

const NEED_CATALOG = [
  ['get', `${pathOf(0)}/posture`],
  ['get', `${pathOf(0)}/findings`],
  ['post', `${pathOf(0)}/scan`],
  ['get', `/findings/${FINDING_KEYS[0]}`],
  ['get', '/entities'],
  ['get', '/summary'],
] as const;

it.each(NEED_CATALOG)(
  '%s %s shows nothing while the catalog does not answer',
  async (method, path) => {
    breakCatalog();
    const { status, body } = await ask(api, method, path, HALF_BLIND);
    expect(status).toBe(503);
    expect(body.error).toEqual({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('The catalog plugin of this portal'),
    });
  },
);

it('fault: catalog unreachable: those who may see all of it are shown the last posture; to others, and to gates, it is a 503', async () => {
  breakCatalog();
  const posture = `${pathOf(0)}/posture`;
  const { status, body } = await ask(api, 'get', posture, ADMIN);
  expect([status, body.entityRef]).toEqual([200, refOf(0)]);
  expect((await ask(api, 'get', posture, HALF_BLIND)).status).toBe(503);
  expect((await ask(api, 'get', `${pathOf(0)}/gate`, ADMIN)).status).toBe(503);
});

it.each([...NEED_CATALOG, ['get', '/clusters'] as const])(
  '%s %s shows nothing while nobody says who may see what',
  async (method, path) => {
    jest.spyOn(api.policy.permissions, 'authorize').mockImplementation(fails);
    const { status, body } = await ask(api, method, path, HALF_BLIND);
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  },
);

it('asks again as soon as the catalog answers', async () => {
  breakCatalog();
  await ask(api, 'get', '/entities', HALF_BLIND);
  jest.restoreAllMocks();
  const { body } = await ask(api, 'get', '/entities', HALF_BLIND);
  expect(body).toMatchObject({ total: 3, partial: true });
});
