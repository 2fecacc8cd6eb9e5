import { NOW } from '../views/__testUtils__/samples';
import { API, ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, pathOf } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';
import { encodeCursor } from './cursor';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
  foundCompany(api);
});

afterAll(() => api.stop());

const LONG = 'a'.repeat(301);

describe('a bad parameter', () => {
  it.each([
    [
      'an unknown order',
      '/entities?order=best',
      'worst, name, score, critical, freshness',
    ],
    [
      'an unknown readiness',
      '/entities?readiness=ready,perhaps',
      'ready, notReady, unknown',
    ],
    [
      'an endless search',
      `/entities?search=${LONG}`,
      'search must NOT have more than 300 characters',
    ],
    [
      'an owner that is no ref',
      '/entities?owner=:/',
      'such as group:default/payments',
    ],
    ['a limit above the most', '/entities?limit=201', 'limit must be <= 200'],
    ['a limit of nothing', '/entities?limit=0', 'limit must be >= 1'],
    [
      'a limit that is no number',
      '/entities?limit=ten',
      'limit must be integer',
    ],
    [
      'a parameter that is not there',
      '/entities?page=2',
      "Unknown query parameter 'page'",
    ],
    [
      'a parameter twice',
      '/entities?search=a&search=b',
      'search must be string',
    ],
    [
      'a parameter that is an object',
      '/entities?search[$ne]=b',
      'search must be string',
    ],
    [
      'a forged cursor',
      '/entities?cursor=eyJvIjoxfQ',
      'Ask for the first page',
    ],
    [
      'an endless cursor',
      `/entities?cursor=${LONG}`,
      'cursor must NOT have more than 200 characters',
    ],
    [
      'the cursor of another list',
      `/entities?cursor=${encodeCursor(['findings'], 1)}`,
      'Ask for the first page',
    ],
    [
      'an outcome that is not stored',
      `${pathOf(0)}/findings?outcomes=pass`,
      'fail, notEvaluated',
    ],
    [
      'an unknown severity',
      `${pathOf(0)}/findings?severities=grave`,
      'critical, high, medium, low, info',
    ],
    [
      'a forged cursor of findings',
      `${pathOf(0)}/findings?cursor=x`,
      'Ask for the first page',
    ],
    [
      'a key that is none',
      '/findings/1%27%20or%201=1',
      'request/params/key must match pattern',
    ],
    [
      'a scan id that is none',
      '/scans/1',
      'request/params/id must match pattern',
    ],
    [
      'a control id that is none',
      '/controls/__proto__',
      'request/params/id must match pattern',
    ],
    [
      'an endless cluster',
      `/clusters/${LONG}`,
      'name must NOT have more than 253 characters',
    ],
  ])(
    '%s is refused, and the message says what would do',
    async (_, path, message) => {
      const response = await ask(api, 'get', path, ADMIN);
      expect(response.status).toBe(400);
      expect(response.body.error.name).toBe('InputError');
      expect(response.body.error.message).toContain(message);
    },
  );
});

describe('a forged ref', () => {
  it.each([
    ['dots', 'component/default/..%2F..%2Fclusters', 400],
    ['dots alone', 'component/default/%2e%2e%20', 400],
    ['the prototype', 'component/default/__proto__', 400],
    ['a constructor', 'component/default/constructor', 404],
    ['capitals', 'COMPONENT/Default/SERVICE-77', 404],
    ['300 characters', `component/default/${LONG}`, 400],
    ['a quote', "component/default/a'or'1'='1", 400],
    ['a statement', 'component/default/a;drop%20table%20findings', 400],
    ['a null byte', 'component/default/a%00b', 400],
    ['a line break', 'component/default/a%0Ab', 400],
    ['a bad escape', 'component/default/%E0%A4%A', 400],
    ['an empty name', 'component/default/%20', 400],
    ['a colon', 'component:default/x/y', 400],
  ])('of %s gets a clear answer', async (_, ref, status) => {
    for (const [method, part] of [
      ['get', 'posture'],
      ['get', 'findings'],
      ['post', 'scan'],
    ] as const) {
      const response = await ask(
        api,
        method,
        `/entities/${ref}/${part}`,
        ADMIN,
      );
      expect(response.status).toBe(status);
      expect(response.body.error.message).toEqual(expect.any(String));
      expect(response.body.response).toEqual({ statusCode: status });
    }
  });

  it('in capitals names the entity that the catalog means by it', async () => {
    const response = await ask(
      api,
      'get',
      '/entities/Component/DEFAULT/Service-0/posture',
      ADMIN,
    );
    expect(response.body).toMatchObject({
      entityRef: 'component:default/service-0',
      state: 'judged',
    });
  });
});

describe('what is not there', () => {
  it.each([
    ['get', '/nothing'],
    ['post', '/summary'],
    ['get', '/entities/component/default'],
    ['get', `${pathOf(0)}/weather`],
    ['get', '/clusters/no-such-cluster'],
    ['post', '/clusters/no-such-cluster/scan'],
    ['get', '/controls/no-such-control'],
    ['get', '/../v1/nothing'],
  ] as const)(
    '%s %s is answered in the shape of the portal',
    async (method, path) => {
      const response = await ask(api, method, path, ADMIN);
      expect(response.status).toBe(404);
      expect(response.body).toMatchObject({
        error: {
          name: 'NotFoundError',
          message: expect.stringContaining('There is no'),
        },
        response: { statusCode: 404 },
      });
    },
  );
});

describe('a body', () => {
  it.each([
    ['JSON', 'application/json'],
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
  ])('of more than 64 kB of %s is refused with 413', async (_, type) => {
    const response = await ask(api, 'post', '/clusters/prod-eu/scan', ADMIN)
      .set('content-type', type)
      .send('x'.repeat(64 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(response.body.error).toMatchObject({
      name: 'PayloadTooLargeError',
      message: expect.stringContaining('64kb'),
    });
  });

  it('of 64 kB is let through to a route that reads none', async () => {
    const response = await ask(api, 'post', '/clusters/prod-eu/scan', ADMIN)
      .set('content-type', 'text/plain')
      .send('x'.repeat(64 * 1024));
    expect(response.status).toBe(202);
  });
});

it('lets no answer of these tests pass that the document does not describe', async () => {
  const strange = { ...api.reader.clusters[0], state: 'asleep' };
  api.reader.clusters.push(strange as never);
  const response = await ask(api, 'get', '/clusters', ADMIN);
  api.reader.clusters.pop();
  expect(response.status).toBe(500);
  expect(response.request.url).toContain(API);
});
