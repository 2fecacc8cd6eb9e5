import { Entity } from '@backstage/catalog-model';
import {
  CoverageResponse,
  HierarchyResponse,
  ScopeDetails,
  ScopeMatrixResponse,
  ScopesResponse,
  TrendResponse,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { profileKey } from '../sweep/tallyEntities';
import { DatabaseCoverageReader } from '../database/DatabaseCoverageReader';
import { DatabasePostureReader } from '../database/DatabasePostureReader';
import { DatabaseScopeReader } from '../database/DatabaseScopeReader';
import {
  foundScopedCompany,
  SCOPES,
} from '../database/__testUtils__/scopedCompany';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { rollUpScopes } from '../database/operations/rollUpScopes';
import { CRITICAL, NOW, settings } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { startApi, StartedApi } from './__testUtils__/startApi';

const ADMIN = 'user:default/admin';
/** Sees two services, the group of one of them, and nothing else. */
const HALF_BLIND = 'user:default/half-blind';
/** Sees nothing in the catalog. */
const BLIND = 'user:default/blind';
/** May not read clusters. */
const NO_CLUSTERS = 'user:default/no-clusters';
/** May read nothing of ours. */
const STRANGER = 'user:default/stranger';

const SEEN = [
  'component:default/pay',
  'component:default/lake',
  'group:default/payments',
];

const databases = testDatabases();

let knex: Knex;
let api: StartedApi;

beforeAll(async () => {
  knex = await databases.open(databases.ids[0]);
  await foundScopedCompany(knex);
  await rollUpScopes(knex, {
    now: NOW,
    thresholds: settings.thresholds,
    profile: profileKey(settings.profile),
    library: settings.library,
  });
  await knex('subjects').insert(anUnowned('lost'));
  api = await startApi(NOW, {
    reader: new DatabasePostureReader(knex),
    scopes: new DatabaseScopeReader(knex),
    coverage: new DatabaseCoverageReader(knex),
  });
  const names = ['cart', 'pay', 'ledger', 'lake', 'solo'];
  api.policy.entities = [
    ...names.map(name => inCatalog(`component:default/${name}`)),
    ...SCOPES.map(({ ref }) => inCatalog(ref)),
  ];
  const { rights } = api.policy;
  rights.set(HALF_BLIND, { sees: ref => SEEN.includes(ref) });
  rights.set(BLIND, { denied: ['catalog.entity.read'] });
  rights.set(NO_CLUSTERS, { denied: ['security-posture.cluster.read'] });
  rights.set(STRANGER, {
    denied: ['security-posture.posture.read', 'security-posture.cluster.read'],
  });
});

afterAll(() => api.stop());

function inCatalog(ref: string): Entity {
  const [kind, rest] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace: 'default', name: rest.split('/')[1] },
  };
}

function anUnowned(name: string) {
  return {
    key: name,
    cluster: 'prod-eu',
    type: 'workload',
    api_version: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
    labels: JSON.stringify({
      own: { 'app.kubernetes.io/part-of': 'cart' },
      pod: {},
    }),
    facts: '{}',
    outcomes: '',
    outcomes_hash: '',
    judged_for: '',
    outcomes_no: 0,
    first_no: 0,
    first_seen_at: 0,
    changed_at: 0,
  };
}

async function get<T>(path: string, caller = ADMIN): Promise<T> {
  const { status, body } = await ask(api, 'get', path, caller);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

const ROUTES = [
  ['posture', '/teams'],
  ['posture', '/systems'],
  ['posture', '/domains'],
  ['posture', '/scopes?type=group'],
  ['posture', '/scopes/matrix?type=group'],
  ['posture', '/scopes/group/default/shop'],
  ['posture', '/trends?scope=organisation'],
  ['posture', '/trends?scope=group&ref=group:default/shop'],
  ['posture', '/trends?scope=entity&ref=component:default/pay'],
  ['cluster', '/trends?scope=cluster&ref=prod-eu'],
  ['posture', `/controls/${CRITICAL}/entities`],
  ['posture', '/coverage'],
  ['cluster', '/workloads?owner=none'],
  ['cluster', '/drift?a=prod-eu&b=prod-us'],
] as const;

describe.each(ROUTES)('what takes %s.read: GET %s', (right, path) => {
  it('is not for those without credentials', async () => {
    expect((await ask(api, 'get', path)).status).toBe(401);
  });

  it('is not for those without the permission', async () => {
    expect((await ask(api, 'get', path, STRANGER)).status).toBe(403);
    const { status } = await ask(api, 'get', path, NO_CLUSTERS);
    expect(status).toBe(right === 'cluster' ? 403 : 200);
  });
});

describe('the pages of teams, systems and domains', () => {
  it('get the hierarchy and what is to be said first in one answer', async () => {
    const answer = await get<HierarchyResponse>('/scopes?type=group');
    expect(answer.verdict).toEqual({
      scopes: 3,
      withCritical: 1,
      critical: 1,
      entities: 4,
      judged: 3,
      oldest: [],
    });
    expect(
      answer.items.map(({ ref, level, below }) => [ref, level, below]),
    ).toEqual([
      ['group:default/acme', 0, 2],
      ['group:default/shop', 1, 1],
      ['group:default/payments', 2, 0],
      ['group:default/data', 1, 0],
    ]);
    expect(answer.items[0].lowest).toEqual({
      entityRef: 'component:default/cart',
      effective: 31,
      grade: 'F',
      stale: false,
    });
    expect([answer.whole, answer.total, answer.partial]).toEqual([
      true,
      4,
      false,
    ]);
  });

  it('get what is below one scope without a verdict, in pages', async () => {
    const path = '/scopes?type=group&parents=acme&order=name&limit=1';
    const first = await get<HierarchyResponse>(path);
    expect(first).toMatchObject({
      items: [{ ref: 'group:default/data', level: 0 }],
      whole: false,
      total: 2,
    });
    expect(first).not.toHaveProperty('verdict');
    const next = `${path}&cursor=${first.nextCursor}`;
    const { items } = await get<HierarchyResponse>(next);
    expect(items).toMatchObject([{ ref: 'group:default/shop', below: 1 }]);
  });

  it('get a matrix with its controls in words, of critical and high ones by default', async () => {
    const matrix = await get<ScopeMatrixResponse>('/scopes/matrix?type=group');
    expect(matrix.columns).toEqual([
      {
        control: CRITICAL,
        title: 'A container runs privileged',
        severity: 'critical',
      },
      expect.objectContaining({ severity: 'high' }),
    ]);
    expect(matrix.rows[0].cells[0]).toEqual({
      failing: 1,
      judged: 3,
      notEvaluated: 0,
      stale: 0,
      exempted: 0,
    });
    const critical = await get<ScopeMatrixResponse>(
      '/scopes/matrix?type=group&severities=critical&limit=1',
    );
    expect(critical.columns).toHaveLength(1);
    expect(critical.rows).toHaveLength(1);
    expect(critical.nextCursor).toBeDefined();
  });

  it('say that an answer is partial, and tell of nothing that is hidden', async () => {
    const seen = await get<HierarchyResponse>('/scopes?type=group', HALF_BLIND);
    expect(seen.partial).toBe(true);
    expect(seen.items.map(({ ref }) => ref)).toEqual([
      'group:default/payments',
      'group:default/data',
    ]);
    const matrix = await get<ScopeMatrixResponse>(
      '/scopes/matrix?type=group',
      HALF_BLIND,
    );
    expect(matrix.columns.map(({ severity }) => severity)).toEqual(['high']);
    const none = await get<HierarchyResponse>('/scopes?type=group', BLIND);
    expect([none.items, none.total, none.verdict?.scopes]).toEqual([[], 0, 0]);
  });

  it.each([
    ['a kind that holds nothing', '/scopes?type=component'],
    ['no kind', '/scopes/matrix'],
    ['an order that there is not', '/scopes?type=group&order=age'],
    ['a cursor of another list', '/scopes?type=group&cursor=abc'],
  ])('do not get %s', async (_, path) => {
    expect((await ask(api, 'get', path, ADMIN)).status).toBe(400);
  });
});

describe('one group, system or domain', () => {
  it('is answered with its trend', async () => {
    const answer = await get<ScopeDetails>('/scopes/group/default/shop');
    expect(answer.scope).toMatchObject({
      ref: 'group:default/shop',
      title: 'The 100 % shop',
      members: { total: 3, ready: 1 },
    });
    expect(answer.trend).toMatchObject([{ members: { judged: 3, ready: 1 } }]);
    expect(answer.library).toBe(settings.library);
  });

  it.each([
    ['that is not there', '/scopes/group/default/nowhere', ADMIN],
    ['that is hidden', '/scopes/group/default/shop', HALF_BLIND],
    ['of another kind', '/scopes/system/default/shop', ADMIN],
  ])('%s is not found', async (_, path, caller) => {
    expect((await ask(api, 'get', path, caller)).status).toBe(404);
  });
});

describe('teams, systems and domains', () => {
  it('come worst first, with what is below them', async () => {
    const { items, partial } = await get<ScopesResponse>('/teams');
    expect(items.map(({ ref, members }) => [ref, members.total])).toEqual([
      ['group:default/acme', 4],
      ['group:default/shop', 3],
      ['group:default/payments', 2],
      ['group:default/data', 2],
    ]);
    expect(partial).toBe(false);
    const below = await get<ScopesResponse>('/teams?parent=acme&order=name');
    expect(below.items.map(({ ref }) => ref)).toEqual([
      'group:default/data',
      'group:default/shop',
    ]);
    const { items: systems } = await get<ScopesResponse>(
      '/systems?parent=SALES&order=name',
    );
    expect(systems.map(({ ref }) => ref)).toEqual([
      'system:default/books',
      'system:default/checkout',
    ]);
    expect((await get<ScopesResponse>('/domains')).items).toMatchObject([
      { ref: 'domain:default/sales', lowest: { effective: 31 } },
    ]);
  });

  it('come page by page, and a cursor goes with its own list alone', async () => {
    const first = await get<ScopesResponse>('/teams?limit=3');
    expect(first.items).toHaveLength(3);
    const cursor = first.nextCursor!;
    const next = await get<ScopesResponse>(`/teams?limit=3&cursor=${cursor}`);
    expect(next).toMatchObject({ items: [{ ref: 'group:default/data' }] });
    expect(next).not.toHaveProperty('nextCursor');
    for (const other of ['/systems?', '/teams?order=name&'])
      expect(
        (await ask(api, 'get', `${other}cursor=${cursor}`, ADMIN)).status,
      ).toBe(400);
  });

  it.each([
    '/teams?order=size',
    '/teams?limit=0',
    '/teams?parent=group:',
    '/teams?search=',
    '/trends?scope=galaxy',
    '/trends',
    '/trends?scope=group',
    '/trends?scope=group&ref=group:',
    '/trends?scope=organisation&ref=x',
    '/trends?scope=organisation&days=401',
    '/workloads',
    '/workloads?owner=somebody',
    '/drift?a=prod-eu',
    '/drift?a=prod-eu&b=prod-eu',
  ])('refuse GET %s with a word on what is wrong', async path => {
    const { status, body } = await ask(api, 'get', path, ADMIN);
    expect(status).toBe(400);
    expect(body.error.message.length).toBeGreaterThan(10);
  });
});

describe('what there is not', () => {
  it.each([
    ['/controls/no-such-control/entities', ADMIN],
    ['/trends?scope=group&ref=nowhere', ADMIN],
    ['/trends?scope=group&ref=group:default/empty', ADMIN],
    ['/trends?scope=group&ref=system:default/checkout', ADMIN],
    ['/trends?scope=entity&ref=component:default/nothing', ADMIN],
    ['/trends?scope=cluster&ref=prod-us', ADMIN],
    ['/drift?a=prod-eu&b=prod-us', ADMIN],
  ])('is not found: GET %s', async (path, caller) => {
    expect((await ask(api, 'get', path, caller)).status).toBe(404);
  });

  it.each([
    ['entity', 'component:default/cart', 'component:default/nobody'],
    ['group', 'group:default/acme', 'group:default/nobody'],
    ['group', 'group:default/shop', 'group:default/nobody'],
    ['system', 'system:default/books', 'system:default/nobody'],
    ['domain', 'domain:default/sales', 'domain:default/nobody'],
  ])('is told as little as a hidden %s %s', async (scope, hidden, absent) => {
    const answers = await Promise.all(
      [hidden, absent].map(async ref => {
        const path = `/trends?scope=${scope}&ref=${ref}`;
        const { status, body } = await ask(api, 'get', path, HALF_BLIND);
        return JSON.stringify({ status, body }).replaceAll(ref, 'REF');
      }),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(JSON.parse(answers[0]).status).toBe(404);
  });
});

describe('a trend', () => {
  it('of the organisation has a point for each day that is known', async () => {
    const trend = await get<TrendResponse>('/trends?scope=organisation');
    expect(trend).toMatchObject({
      scope: 'organisation',
      points: [
        {
          day: '2026-11-21',
          effective: 31,
          members: { total: 5, judged: 4, ready: 2, notReady: 2 },
          steps: [],
        },
      ],
      partial: false,
    });
    expect(trend).not.toHaveProperty('ref');
  });

  it('of an entity, by a ref in any case', async () => {
    const path = '/trends?scope=entity&ref=Component:default/Pay&days=1';
    expect(await get<TrendResponse>(path)).toMatchObject({
      ref: 'component:default/pay',
      points: [{ effective: 63, open: { high: 1 } }],
      partial: false,
    });
  });
});

describe('for a caller who sees half of the catalog', () => {
  const answers = async (caller: string) => {
    const paths = ROUTES.map(([, path]) => path).filter(
      path => !path.includes('drift') && !path.includes('scope=cluster'),
    );
    const all = await Promise.all(
      paths.map(async path => (await ask(api, 'get', path, caller)).body),
    );
    return JSON.stringify(all);
  };

  it('no answer names what is hidden, but what was asked for', async () => {
    const seen = await answers(HALF_BLIND);
    for (const name of ['cart', 'ledger', 'solo', 'acme', '100 % shop'])
      expect(seen.split(`/${name}`)).toHaveLength(1);
    expect(seen).not.toContain('sales');
    expect(seen).not.toContain('books');
    expect(await answers(ADMIN)).toContain('/cart');
  });

  it('numbers are of what is seen, and say partial', async () => {
    const teams = await get<ScopesResponse>('/teams', HALF_BLIND);
    expect(teams).toMatchObject({
      items: [
        {
          ref: 'group:default/payments',
          members: { total: 1, notReady: 1 },
          open: { critical: 0, high: 1 },
        },
        { ref: 'group:default/data', members: { total: 1, noPosture: 1 } },
      ],
      total: 2,
      partial: true,
    });
    expect(teams.items[0]).not.toHaveProperty('parent');
    expect(await get('/trends?scope=organisation', HALF_BLIND)).toMatchObject({
      points: [{ effective: 63, members: { judged: 1, notReady: 1 } }],
      partial: true,
    });
    expect(
      await get(`/controls/${CRITICAL}/entities`, HALF_BLIND),
    ).toMatchObject({ items: [], total: 0, subjects: 0, partial: true });
    const coverage = await get<CoverageResponse>('/coverage', HALF_BLIND);
    expect(coverage).toMatchObject({
      workloads: { swept: 1, known: 1, owned: 1 },
      entities: { total: 2, states: { judged: 1, noWorkloads: 1 } },
      partial: true,
    });
  });

  it('are the same as if there were nothing else', async () => {
    const before = await answers(HALF_BLIND);
    await knex('postures')
      .whereNotIn('scope_ref', SEEN)
      .andWhere('scope_type', 'entity')
      .update({ open_critical: 99, effective: 1, raw: 1, subjects: 99 });
    expect(await answers(HALF_BLIND)).toBe(before);
    await foundNumbersAgain();
  });

  async function foundNumbersAgain() {
    const whole = await get<ScopesResponse>('/teams');
    expect(whole.items[0].open.critical).toBeGreaterThan(90);
  }
});

describe('for a caller who sees nothing', () => {
  it('there is nothing, and it says partial', async () => {
    const nothing = { items: [], total: 0, partial: true };
    for (const path of ['/teams', '/systems', '/domains'])
      expect(await get(path, BLIND)).toEqual(nothing);
    expect(await get('/trends?scope=organisation', BLIND)).toEqual({
      scope: 'organisation',
      points: [],
      partial: true,
    });
    expect(await get('/coverage', BLIND)).toMatchObject({
      workloads: { swept: 0, known: 0, owned: 0 },
      entities: { total: 0 },
    });
  });
});

describe('coverage of clusters', () => {
  it('is only for those who may read clusters', async () => {
    const coverage = await get<CoverageResponse>('/coverage');
    expect(coverage.clusters).toMatchObject([
      { cluster: 'prod-eu', state: 'scanned', stale: false, gaps: [] },
    ]);
    expect(await get('/coverage', NO_CLUSTERS)).not.toHaveProperty('clusters');
  });
});

describe('workloads without an owner', () => {
  it('come with an owner that the caller may see, or none', async () => {
    const path = '/workloads?owner=none';
    const lost = { cluster: 'prod-eu', namespace: 'shop', name: 'lost' };
    expect(await get(path)).toMatchObject({
      items: [
        {
          ...lost,
          suggestedOwner: {
            ref: 'component:default/cart',
            because: { kind: 'label', value: 'cart' },
          },
        },
      ],
      total: 1,
    });
    const { items } = await get<{ items: object[] }>(path, HALF_BLIND);
    expect(items).toEqual([
      { ...lost, apiVersion: 'apps/v1', kind: 'Deployment' },
    ]);
  });
});

describe('two clusters', () => {
  it('are told apart by the controls that do not stand alike', async () => {
    const cluster = await knex('clusters').where({ name: 'prod-eu' }).first();
    await knex('clusters').insert({ ...cluster, name: 'staging' });
    const { id: subject_id } = await knex('subjects').first('id');
    await knex('findings').insert({
      key: 'drifting',
      subject_id,
      cluster: 'staging',
      control_id: CRITICAL,
      outcome: 'fail',
      severity: 'critical',
      violations: '[]',
      evidence_hash: '',
      open_since: 0,
      opened_at: 0,
      opened_no: 1,
    });
    expect(await get('/drift?a=prod-eu&b=staging')).toEqual({
      a: { name: 'prod-eu', workloads: 4 },
      b: { name: 'staging', workloads: 0 },
      items: [
        {
          control: CRITICAL,
          title: expect.any(String),
          severity: 'critical',
          a: { failing: 0, notEvaluated: 0 },
          b: { failing: 1, notEvaluated: 0 },
        },
      ],
    });
  });
});
