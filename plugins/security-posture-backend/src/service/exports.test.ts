import { mockCredentials } from '@backstage/backend-test-utils';
import { get, IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ExportReader, ExportScope } from '../database/ExportReader';
import { ExplorerQuery } from '../database/FindingsExplorer';
import { TrendDay } from '../database/ScopeReader';
import { aFinding, NOW } from '../views/__testUtils__/samples';
import { API, ask } from './__testUtils__/callers';
import {
  ADMIN,
  BLIND,
  foundCompany,
  HALF_BLIND,
  refOf,
} from './__testUtils__/company';
import { emptyExports } from './__testUtils__/emptyPast';
import { emptyScopes } from './__testUtils__/emptyRollUps';
import { startApi, StartedApi } from './__testUtils__/startApi';
import { PAGE_SIZE } from './exports/readReport';

const DAY = 86_400_000;
const OF_SERVICES = 'user:default/of-services';
const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

const JUDGED: TrendDay = {
  day: '2026-11-20',
  raw: 40,
  effective: 61,
  coverage: 0.9,
  open: { ...NONE, critical: 2 },
  exempted: NONE,
  library: '1.4.0',
  profile: 'workload',
};

jest.setTimeout(60_000);

let api: StartedApi;

/** What the database holds. */
let held: ExportReader = emptyExports;
let knownDays: readonly TrendDay[] = [JUDGED];
/** What the explorer was asked for. */
const explored: ExplorerQuery[] = [];

beforeAll(async () => {
  api = await startApi(NOW, {
    exports: {
      takeSnapshot: (...question) => held.takeSnapshot(...question),
      readFindings: (...question) => held.readFindings(...question),
      listSweptAt: (...question) => held.listSweptAt(...question),
    },
    explorer: {
      explore: async query => {
        explored.push(query);
        return { items: [], total: 0 };
      },
    },
    scopes: {
      ...emptyScopes,
      readTrend: async (_, visibility) => ({
        days: knownDays,
        partial: visibility !== 'all',
      }),
    },
  });
  foundCompany(api);
  api.policy.rights.set(OF_SERVICES, {
    denied: ['security-posture.cluster.read'],
  });
});

afterAll(() => api.stop());

afterEach(() => {
  held = emptyExports;
  knownDays = [JUDGED];
});

async function read(query: string, caller = ADMIN) {
  const { status, body, headers } = await ask(
    api,
    'get',
    `/export?${query}`,
    caller,
  );
  return { status, body, headers };
}

const dayBefore = (days: number) =>
  new Date(NOW - days * DAY).toISOString().slice(0, 10);

const entity = (index: number) =>
  `scope=entity&ref=${encodeURIComponent(refOf(index))}`;

describe('an export', () => {
  it('says of what it is, when, by what it was judged, and what was not looked at', async () => {
    const { status, body } = await read(entity(0));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      schema: 'posture.export/v1',
      scope: 'entity',
      ref: refOf(0),
      at: new Date(NOW).toISOString(),
      library: '1.4.0',
      profile: 'workload',
      state: 'judged',
      readiness: 'notReady',
      score: { value: 61, grade: 'D', coverage: 0.9 },
      open: { critical: 2 },
      clusters: [{ cluster: 'prod-eu', state: 'scanned' }],
      partial: false,
      findings: [],
    });
  });

  it('of nothing says so, and is no pass', async () => {
    knownDays = [];
    const { body } = await read('scope=organisation');
    expect(body).toMatchObject({
      state: 'nothingJudged',
      profile: null,
      score: { value: null, grade: null, coverage: null },
      open: null,
      findings: [],
    });
    expect(body.notes[0]).toMatch(/Nothing was judged.*not a pass/);
  });

  it.each([
    ['scope=organisation', 'security-posture-organisation-2026'],
    [entity(0), 'security-posture-component-default-service-0-2026'],
    ['scope=cluster&ref=prod-eu', 'security-posture-cluster-prod-eu-2026'],
  ])('of %s is a file of a name that no system minds', async (query, name) => {
    const { headers } = await read(`${query}&format=csv`);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="${name}-\\d\\d-\\d\\d\\.csv"$`),
    );
    expect(headers['cache-control']).toBe('no-store');
  });

  it('tells those who may not read clusters that it does not hold what clusters say', async () => {
    const { body } = await read('scope=organisation', OF_SERVICES);
    expect(body).not.toHaveProperty('clusters');
    expect(body).not.toHaveProperty('gaps');
    expect(body.partial).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/prod-eu|dead/);
    expect(body.notes.join()).toMatch(/may not read clusters/);
    const { body: all } = await read('scope=organisation');
    expect(all.clusters).toHaveLength(2);
    expect(all.gaps).toEqual([
      expect.objectContaining({ control: 'sa-exists', reason: 'forbidden' }),
    ]);
    expect(all.partial).toBe(false);
  });
});

describe('a request', () => {
  it.each([
    ['an unknown format', `${entity(0)}&format=pdf`, 400],
    ['no scope', 'format=csv', 400],
    ['no ref', 'scope=entity', 400],
    ['a ref of the organisation', 'scope=organisation&ref=x', 400],
    ['a date that is none', `${entity(0)}&date=2026-02-31`, 400],
    ['a time', `${entity(0)}&date=2026-11-20T00:00:00Z`, 400],
    ['a filter of an entity', `${entity(0)}&severities=high`, 400],
    ['a filter of a cluster', 'scope=cluster&ref=prod-eu&stale=true', 400],
    [
      'a filter on a past day',
      `scope=organisation&date=${dayBefore(5)}&search=x`,
      400,
    ],
    ['an owner that is no ref', 'scope=organisation&owner=payments', 400],
    ['an unknown severity', 'scope=organisation&severities=huge', 400],
    ['an order', 'scope=organisation&order=newest', 400],
    ['a cluster that there is not', 'scope=cluster&ref=nowhere', 404],
    ['a group that nothing is in', 'scope=group&ref=group:default/none', 404],
    ['a ref of another kind', `scope=group&ref=${refOf(0)}`, 404],
  ])('of %s is refused: %s', async (_, query, status) => {
    const response = await read(query);
    expect(response.status).toBe(status);
    expect(response.headers).not.toHaveProperty('content-disposition');
  });

  it('tells nothing apart of an entity that is hidden and one that is absent', async () => {
    const answers = [];
    for (const [index, caller] of [
      [1, HALF_BLIND],
      [77, HALF_BLIND],
      [0, BLIND],
    ] as const) {
      const { status, body } = await read(entity(index), caller);
      answers.push(JSON.stringify([status, body]).replace(/service-\d+/g, 'X'));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  it('is refused a day of which no findings are kept, and not answered with nothing', async () => {
    const { status, body } = await read(`${entity(0)}&date=${dayBefore(92)}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain('Findings are kept for 90 days');
    expect((await read(`${entity(0)}&date=${dayBefore(89)}`)).status).toBe(200);
  });

  it('for a past day asks for the end of it, and says nothing of readiness', async () => {
    const day = dayBefore(5);
    const { body } = await read(`${entity(0)}&date=${day}`);
    expect(body.at).toBe(`${day}T23:59:59.999Z`);
    expect(body).not.toHaveProperty('readiness');
    expect(body.clusters).toEqual([{ cluster: 'prod-eu' }]);
  });
});

describe('a filter', () => {
  const EVERY_FILTER = [
    'outcomes=fail,notEvaluated',
    'severities=critical,high',
    'controls=host-network,privileged-container',
    'categories=podSpec',
    'framework=nsa',
    'clusters=prod-eu',
    'production=true',
    'namespaces=shop,blog',
    'entity=Component:cart',
    'owner=group:payments',
    'system=system:default/shop',
    'exempted=false',
    'stale=false',
    'since=2026-01-01',
    'search=Web',
  ].join('&');

  async function chosenBy(query: string, caller = ADMIN) {
    const scopes: ExportScope[] = [];
    held = {
      ...emptyExports,
      takeSnapshot: async scope => {
        scopes.push(scope);
        return { ids: [], exemptions: new Map() };
      },
    };
    explored.length = 0;
    const { body } = await read(`scope=organisation&${query}`, caller);
    await ask(api, 'get', `/findings?${query}`, caller);
    return { body, exported: scopes[0], asked: explored[0] };
  }

  it('chooses what the findings explorer chooses by it, with the same sight', async () => {
    for (const caller of [ADMIN, HALF_BLIND, OF_SERVICES]) {
      const { exported, asked } = await chosenBy(EVERY_FILTER, caller);
      expect(exported.filter).toEqual(asked.filter);
      expect(exported.filter).toMatchObject({
        entityRef: 'component:default/cart',
        scopeRefs: ['group:default/payments', 'system:default/shop'],
        controls: ['host-network', 'privileged-container'],
        production: true,
        since: Date.parse('2026-01-01'),
      });
      expect([exported.visibility, exported.unowned]).toEqual([
        asked.visibility,
        asked.unowned,
      ]);
    }
  });

  it('is told with the findings, and that the numbers are of everything', async () => {
    const { body } = await chosenBy(EVERY_FILTER);
    expect(body.filter).toEqual({
      outcomes: ['fail', 'notEvaluated'],
      severities: ['critical', 'high'],
      controls: ['host-network', 'privileged-container'],
      categories: ['podSpec'],
      framework: 'nsa',
      clusters: ['prod-eu'],
      production: true,
      namespaces: ['shop', 'blog'],
      entity: 'component:default/cart',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      exempted: false,
      stale: false,
      since: '2026-01-01T00:00:00.000Z',
      search: 'Web',
    });
    expect(body.open).toEqual(JUDGED.open);
    expect(body.notes[0]).toMatch(/A filter chose.*are of everything/);
    const { body: whole } = await read('scope=organisation');
    expect(whole).not.toHaveProperty('filter');
    expect(whole.notes.join()).not.toContain('filter');
  });

  it('puts nothing of itself into the name of the file', async () => {
    const hostile = encodeURIComponent('x"\r\nset-cookie: a=b/../..');
    const { status, headers } = await read(
      `scope=organisation&format=csv&search=${hostile}`,
    );
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="security-posture-organisation-filtered-2026-\d\d-\d\d\.csv"$/,
    );
  });

  it('goes with the day of today, which is now', async () => {
    const { status } = await read(
      `scope=organisation&date=${dayBefore(0)}&stale=true`,
    );
    expect(status).toBe(200);
  });

  it('says what it goes with', async () => {
    const { body: ofEntity } = await read(`${entity(0)}&severities=high`);
    expect(ofEntity.error.message).toBe(
      'severities filters the findings of the organisation: it goes with scope=organisation, and not with scope=entity',
    );
    const { body: ofDay } = await read(
      `scope=organisation&date=${dayBefore(5)}&search=x`,
    );
    expect(ofDay.error.message).toBe(
      'search filters what is open now: it does not go with a date in the past',
    );
  });
});

describe('findings', () => {
  const PAGES = 100;
  let pagesRead: number;

  /** A large export of which every page is counted, and after so many pages fails. */
  function aLarge(failsAt = Infinity): Partial<ExportReader> {
    pagesRead = 0;
    const note = 'x'.repeat(200);
    const finding = { ...aFinding(), note, entityRefs: [refOf(0)] };
    return {
      takeSnapshot: async () => ({
        ids: Array.from({ length: PAGES * PAGE_SIZE }, (_, id) => id),
        exemptions: new Map(),
      }),
      readFindings: async (_, ids) => {
        pagesRead += 1;
        if (pagesRead > failsAt) throw new Error('The database is gone');
        return ids.map(id => ({ ...finding, id }));
      },
    };
  }

  function request(): Promise<IncomingMessage> {
    const path = `${API}/export?scope=organisation`;
    const url = `http://localhost:${api.server.port()}${path}`;
    const authorization = mockCredentials.user.header(ADMIN);
    return new Promise((resolve, reject) =>
      get(url, { headers: { authorization } }, resolve).on('error', reject),
    );
  }

  /** Pages that are read until nothing more happens. */
  async function settled(): Promise<number> {
    for (let before = -1; before !== pagesRead; await wait(150))
      before = pagesRead;
    return pagesRead;
  }

  it('are read from the database only as fast as the caller reads them', async () => {
    held = { ...emptyExports, ...aLarge() };
    const response = await request();
    const ahead = await settled();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(PAGES / 2);
    let bytes = 0;
    for await (const chunk of response) bytes += chunk.length;
    expect(pagesRead).toBe(PAGES);
    expect(bytes).toBeGreaterThan(PAGES * PAGE_SIZE * 300);
  });

  it('are read no more when the caller goes away', async () => {
    held = { ...emptyExports, ...aLarge() };
    const response = await request();
    response.destroy();
    const ahead = await settled();
    expect(ahead).toBeLessThan(PAGES / 2);
  });

  it('break the connection off where they cannot be read to the end', async () => {
    held = { ...emptyExports, ...aLarge(1) };
    const response = await request();
    await expect(
      (async () => {
        for await (const chunk of response) expect(chunk).toBeDefined();
      })(),
    ).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
