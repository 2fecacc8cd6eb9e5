import {
  factName,
  MOST_ENTITY_REFS,
  PosturesByRefsResponse,
} from 'backstage-plugin-security-posture-common';
import {
  anEntity,
  CRITICAL,
  HIGH,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import {
  ADMIN,
  BLIND,
  foundCompany,
  HALF_BLIND,
  refOf,
  STRANGER,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

const NEW = 'component:default/new-0';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(() => {
  foundCompany(api);
  api.policy.asked.byRefs = 0;
  api.policy.entities.push({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: 'new-0',
      annotations: { 'backstage.io/kubernetes-id': 'new' },
    },
  });
});

afterAll(() => api.stop());

function post(body: object | string, caller = ADMIN) {
  return ask(api, 'post', '/postures/by-refs', caller).type('json').send(body);
}

async function factsOf(
  entityRefs: readonly string[],
  caller?: string,
): Promise<PosturesByRefsResponse> {
  const { status, body } = await post({ entityRefs }, caller);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

it('answers with all that rules go by', async () => {
  const { items, notFound } = await factsOf([refOf(2)]);
  expect(notFound).toEqual([]);
  expect(items).toEqual([
    {
      entityRef: refOf(2),
      state: 'judged',
      readiness: 'notReady',
      score: expect.any(Number),
      raw: expect.any(Number),
      grade: 'F',
      coverage: 1,
      open: { critical: 3, high: 0, medium: 0, low: 0, info: 0 },
      workloads: 3,
      controls: expect.any(Object),
      scanAgeSeconds: 600,
      clustersFailed: 0,
    },
  ]);
  const [{ controls }] = items;
  expect(Object.keys(controls).sort()).toEqual(
    Object.keys(settings.profile.severities).map(factName).sort(),
  );
  expect(controls).toMatchObject({
    [factName(CRITICAL)]: false,
    [factName(HIGH)]: true,
  });
});

it('has a row for each entity that the caller may see, scanned or not, in the order of the request', async () => {
  const { items } = await factsOf([refOf(3), NEW, refOf(0)]);
  expect(items.map(({ entityRef }) => entityRef)).toEqual([
    refOf(3),
    NEW,
    refOf(0),
  ]);
  expect(items[1]).toMatchObject({
    state: 'noWorkloads',
    readiness: 'unknown',
    score: null,
    grade: null,
    coverage: null,
    workloads: 0,
    scanAgeSeconds: null,
    clustersFailed: 0,
  });
  expect(new Set(Object.values(items[1].controls))).toEqual(new Set([false]));
});

it('counts the clusters that do not answer', async () => {
  const { mapping } = anEntity();
  const query = { ...mapping.query!, clusters: ['prod-eu', 'prod-us'] };
  api.reader.entities[0] = {
    ...api.reader.entities[0],
    mapping: { ...mapping, query },
  };
  const { items } = await factsOf([refOf(0)]);
  expect(items).toMatchObject([{ clustersFailed: 1, scanAgeSeconds: 600 }]);
});

it('answers once for an entity that is named twice, in any case', async () => {
  const { items, notFound } = await factsOf([
    refOf(0),
    refOf(0).toUpperCase(),
    'component:nowhere',
    'Component:Nowhere',
  ]);
  expect(items.map(({ entityRef }) => entityRef)).toEqual([refOf(0)]);
  expect(notFound).toEqual(['component:default/nowhere']);
});

describe('what the caller may not see', () => {
  it('is listed with what is not there, and asks the catalog as often', async () => {
    const { items, notFound } = await factsOf(
      [refOf(1), refOf(2), refOf(77)],
      HALF_BLIND,
    );
    expect(items.map(({ entityRef }) => entityRef)).toEqual([refOf(2)]);
    expect(notFound).toEqual([refOf(1), refOf(77)]);
    expect(api.policy.asked.byRefs).toBe(1);
    await factsOf([refOf(1)], HALF_BLIND);
    await factsOf([refOf(77)], HALF_BLIND);
    expect(api.policy.asked.byRefs).toBe(3);
  });

  it('is everything for one whom the catalog shows nothing', async () => {
    const answer = await factsOf([refOf(0), NEW], BLIND);
    expect(answer).toEqual({ items: [], notFound: [refOf(0), NEW] });
  });

  it('is nothing for a service', async () => {
    const { items } = await factsOf([refOf(0), refOf(1)], 'service:plugin:x');
    expect(items).toHaveLength(2);
  });

  it('is refused to one without the permission', async () => {
    const { status, body } = await post({ entityRefs: [NEW] }, STRANGER);
    expect(status).toBe(403);
    expect(body.error.message).toContain('security-posture.posture.read');
  });
});

describe('a bad request', () => {
  const refs = (count: number) =>
    Array.from({ length: count }, (_, index) => `component:default/s-${index}`);

  it.each<[string, object | string, number, string]>([
    ['what is no JSON', '{', 400, 'no JSON'],
    ['no refs', {}, 400, 'entityRefs'],
    ['a ref that is no text', { entityRefs: [7] }, 400, 'entityRefs'],
    ['a ref without a kind', { entityRefs: ['web'] }, 400, 'is no full ref'],
    ['an unknown field', { entityRefs: [], x: 1 }, 400, 'additional'],
    [
      'too many refs',
      { entityRefs: refs(MOST_ENTITY_REFS + 1) },
      400,
      'entityRefs',
    ],
    ['more than 2 MB', { entityRefs: ['x'.repeat(2_100_000)] }, 413, '2mb'],
  ])('%s', async (_, body, status, message) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(JSON.stringify(response.body)).toContain(message);
  });

  it('is none with as many refs as it takes', async () => {
    const { items, notFound } = await factsOf(refs(MOST_ENTITY_REFS));
    expect(items).toEqual([]);
    expect(notFound).toHaveLength(MOST_ENTITY_REFS);
  });
});
