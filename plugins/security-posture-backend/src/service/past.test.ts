import { Entity } from '@backstage/catalog-model';
import {
  ExplorerRow,
  FindingChange,
} from 'backstage-plugin-security-posture-common';
import { KubernetesObject } from 'security-posture-engine';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { HOUR, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const OLIVIA = 'user:default/olivia';
const CART = '/entities/component/default/cart';
const LEDGER = '/entities/component/default/ledger';
const CLUSTER = '/clusters/prod-eu';
const GROUP = '/scopes/group/default/shop';
const DAY = 24 * HOUR;
/** When the cluster was swept, at noon. */
const FIRST = NOW - 3 * DAY;
const SECOND = NOW - DAY;

function anEntity(kind: string, name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/managed-by-location': 'url:http://example.com',
        'backstage.io/managed-by-origin-location': 'url:http://example.com',
      },
    },
    spec:
      kind === 'Group'
        ? { type: 'team', children: [] }
        : { type: 'service', lifecycle: 'production', owner },
  };
}

function aDeployment(
  name: string,
  id: string,
  privileged: boolean,
  image = 'shop/web:1',
): KubernetesObject {
  const labels = { 'backstage.io/kubernetes-id': id };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'web', image, securityContext: { privileged } }],
        },
      },
    },
  };
}

const components = [
  anEntity('Component', 'cart', OLIVIA),
  anEntity('Component', 'ledger', 'user:default/mallory'),
];
const entities = [...components, anEntity('Group', 'shop', '')];

const databases = testDatabases({ heavy: true });

jest.setTimeout(120_000);

describe.each(databases.ids)('the past over HTTP on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    const knex = await databases.open(databaseId);
    const catalog = components.map(toCatalogEntity);
    const ledger = aDeployment('ledger', 'ledger', true);
    const stray = aDeployment('stray', 'nothing', true);
    await sweepManifests(
      knex,
      [aDeployment('cart', 'cart', true), ledger, stray],
      catalog,
      FIRST,
    );
    await sweepManifests(
      knex,
      [
        aDeployment('cart', 'cart', false, 'shop/web:2'),
        aDeployment('cart-worker', 'cart', true),
        ledger,
        stray,
      ],
      catalog,
      SECOND,
    );
    await knex('entity_scopes').delete();
    await knex('entity_scopes').insert(
      ['cart', 'ledger'].map(name => ({
        entity_ref: `component:default/${name}`,
        scope_ref: 'group:default/shop',
        depth: 0,
      })),
    );
    portal = await startPortal(knex, entities, NOW);
    await catalogToAnswer();
  });

  afterAll(() => portal.stop());

  /** The catalog processes what it was given in its own time. */
  async function catalogToAnswer(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answers = await Promise.all([
        get(`${CART}/past`, OLIVIA),
        get(`${LEDGER}/past`),
        get(`${GROUP}/past`),
      ]);
      if (answers.every(({ status }) => status === 200)) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('The catalog did not process its entities');
  }

  function get(path: string, caller = PLATFORM_ENGINEER) {
    return ask(portal, 'get', path, caller);
  }

  async function namesOf(path: string, caller?: string): Promise<string[]> {
    const { body } = await get(path, caller);
    const items: ExplorerRow[] = body.items ?? body.findings.items;
    return [...new Set(items.map(({ resource }) => resource.name))].sort();
  }

  describe('a past posture', () => {
    it.each([
      ['of the evening', '2026-11-18'],
      ['of a time', '2026-11-18T12:00:00.001Z'],
      ['of the day after', '2026-11-19'],
    ])('%s has the findings that were open then', async (_, at) => {
      const { body } = await get(`${CART}/past?at=${at}`, OLIVIA);
      expect(body).toMatchObject({
        detail: 'full',
        score: { day: '2026-11-18', workloads: 1, open: { critical: 1 } },
        partial: false,
      });
      expect(body.findings.items[0]).toMatchObject({
        control: 'privileged-container',
        resource: { name: 'cart' },
      });
      expect(body.findings.total).toBeGreaterThan(1);
    });

    it('of now has those that are open now', async () => {
      const { body } = await get(`${CART}/past`, OLIVIA);
      expect(body.at).toBe(new Date(NOW).toISOString());
      expect(body.findings.items[0].resource.name).toBe('cart-worker');
      const { body: future } = await get(`${CART}/past?at=2031-01-01`, OLIVIA);
      expect(future).toEqual(body);
    });

    it.each([
      ['before anything was known', '2026-11-17', 'full'],
      ['before details are kept', '2026-01-01', 'counts'],
    ])('%s has no score', async (_, at, detail) => {
      const { body } = await get(`${CART}/past?at=${at}`, OLIVIA);
      expect(body).toMatchObject({ detail, score: null });
      expect(body.findings?.total).toBe(detail === 'full' ? 0 : undefined);
    });

    it('of a cluster leaves out what belongs to others', async () => {
      const path = `${CLUSTER}/past?at=2026-11-18&limit=200`;
      const all = await get(path);
      const { body } = await get(path, OLIVIA);
      expect(all.body.partial).toBe(false);
      expect(body.partial).toBe(true);
      expect(body.findings.total).toBeLessThan(all.body.findings.total);
      expect(await namesOf(path)).toContain('ledger');
      expect(await namesOf(path, OLIVIA)).not.toContain('ledger');
      expect(await namesOf(path, OLIVIA)).toEqual(
        expect.arrayContaining(['cart', 'stray']),
      );
    });

    it('of a group is that of its members', async () => {
      const { body } = await get(`${GROUP}/past?at=2026-11-18`);
      const refs = body.members.items.map(
        ({ entityRef }: { entityRef: string }) => entityRef,
      );
      expect(refs.sort()).toEqual([
        'component:default/cart',
        'component:default/ledger',
      ]);
      expect(body).toMatchObject({
        score: null,
        members: { total: 2, open: { critical: 2 } },
      });
      expect(body.members.lowest).toBe(body.members.p10);
    });

    it('comes in pages that hold every finding once', async () => {
      const keys: string[] = [];
      const totals: number[] = [];
      let cursor = '';
      do {
        const { body } = await get(
          `${CART}/past?at=2026-11-18&limit=7${cursor}`,
        );
        for (const { key } of body.findings.items) keys.push(key);
        const { nextCursor, total } = body.findings;
        cursor = nextCursor ? `&cursor=${nextCursor}` : '';
        totals.push(total);
      } while (cursor);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(totals)).toEqual(new Set([keys.length]));
    });
  });

  describe('changes', () => {
    const period = 'from=2026-11-18&to=2026-11-20&limit=200';

    function changeOf(changes: FindingChange[], name: string) {
      return changes.find(
        ({ finding }) =>
          finding.control === 'privileged-container' &&
          finding.resource.name === name,
      );
    }

    it.each([
      ['an entity', `${CART}/changes`, OLIVIA],
      ['a cluster', `${CLUSTER}/changes`, OLIVIA],
      ['a group', `${GROUP}/changes`, PLATFORM_ENGINEER],
    ])('of %s say what and why', async (_, path, caller) => {
      const { body } = await get(`${path}?${period}`, caller);
      const { items, counts } = body.findings;
      expect(changeOf(items, 'cart')).toMatchObject({
        change: 'closed',
        because: 'passed',
        at: new Date(SECOND).toISOString(),
      });
      expect(changeOf(items, 'cart-worker')).toMatchObject({
        change: 'opened',
        because: 'workloadNew',
      });
      expect(changeOf(items, 'ledger')).toBeUndefined();
      expect(counts.closed).toBeGreaterThan(0);
      expect(body.workloadsNew).toMatchObject({
        items: [{ name: 'cart-worker' }],
        total: 1,
      });
      expect(body.workloadsGone.total).toBe(0);
    });

    it('have the scores of both ends', async () => {
      const { body } = await get(`${CART}/changes?${period}`, OLIVIA);
      expect([body.scoreFrom.day, body.scoreTo.day]).toEqual([
        '2026-11-18',
        '2026-11-20',
      ]);
      expect([body.scoreFrom.workloads, body.scoreTo.workloads]).toEqual([
        1, 2,
      ]);
    });

    it('from before details are kept are scores only', async () => {
      const { body } = await get(`${CART}/changes?from=2026-01-01`, OLIVIA);
      expect(body).toMatchObject({ detail: 'counts', scoreFrom: null });
      expect(body).not.toHaveProperty('findings');
    });
  });

  it('marks on a trend what moved the score', async () => {
    const trend = '/trends?scope=entity&ref=component:default/cart';
    const { body } = await get(`${trend}&marks=true`, OLIVIA);
    const [before, , after] = body.points;
    expect(body.marks).toEqual([
      {
        day: '2026-11-20',
        from: before.effective,
        to: after.effective,
        steps: [],
        eventsTotal: expect.any(Number),
        events: [
          expect.objectContaining({
            what: 'imageChanged',
            resource: expect.objectContaining({ name: 'cart' }),
            from: 'shop/web:1',
            to: 'shop/web:2',
          }),
          expect.objectContaining({ what: 'workloadNew' }),
          expect.objectContaining({ what: 'findingClosed' }),
        ],
      },
    ]);
    expect(body.marks[0].eventsTotal).toBeGreaterThan(3);
    expect((await get(trend, OLIVIA)).body).not.toHaveProperty('marks');
    const { body: posture } = await get(`${CART}/posture`, OLIVIA);
    expect(posture.recent).toEqual({
      knownDays: 3,
      days: 3,
      by: after.effective - before.effective,
      steps: [],
      moved: body.marks[0],
    });
  });

  it('tells what happened, page by page', async () => {
    const all = await get(`${CART}/history`, OLIVIA);
    const whats = all.body.items.map(({ what }: { what: string }) => what);
    expect(whats).toEqual(
      expect.arrayContaining(['workloadNew', 'findingClosed']),
    );
    const paged = [];
    let cursor = '';
    do {
      const { body } = await get(`${CART}/history?limit=1${cursor}`, OLIVIA);
      paged.push(...body.items);
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(paged).toEqual(all.body.items);
    const { body: recent } = await get(`${CART}/history?days=2`, OLIVIA);
    expect(recent.items.length).toBeLessThan(paged.length);
  });

  it('tells the episodes of a finding', async () => {
    const { body } = await get(`${CART}/past?at=2026-11-18`, OLIVIA);
    const [{ key }] = body.findings.items;
    const finding = await get(`/findings/${key}`, OLIVIA);
    expect(finding.body.episodes).toMatchObject([
      {
        openedAt: new Date(FIRST).toISOString(),
        closedAt: new Date(SECOND).toISOString(),
        closedBecause: 'passed',
        places: 1,
      },
    ]);
  });

  it.each([
    `${LEDGER}/past`,
    `${LEDGER}/changes`,
    `${LEDGER}/history`,
    `${LEDGER}/workloads`,
    `${LEDGER}/access`,
    `${LEDGER}/mapping`,
    `${GROUP}/past`,
    `${GROUP}/changes`,
  ])('hides %s as if there were no such thing', async path => {
    const hidden = await get(path, OLIVIA);
    const absent = await get(path.replace(/ledger|shop/, 'absent'), OLIVIA);
    expect(hidden.status).toBe(404);
    expect(JSON.stringify(hidden.body).replace(/ledger|shop/g, 'absent')).toBe(
      JSON.stringify(absent.body),
    );
  });

  it.each([
    `${CART}/past?at=yesterday`,
    `${CART}/past?at=2026-13-01`,
    `${CART}/past?at=2026-02-30`,
    `${CART}/past?at=2026-11-18T25:00:00Z`,
    `${CART}/changes?from=2026-11-20&to=2026-11-18`,
    `${CART}/history?days=0`,
    '/trends?scope=organisation&marks=true',
    '/trends?scope=cluster&ref=prod-eu&marks=true',
    `${CART}/past?cursor=nonsense`,
    `${CART}/history?cursor=W10`,
    '/findings?since=2026-11-31',
    '/findings?cursor=nonsense',
    '/findings?owner=:::',
    '/findings?severities=grave',
    '/findings?framework=none',
    `${CLUSTER}/sweeps?cursor=W10`,
    '/scopes/component/default/cart/past',
  ])('refuses %s', async path => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });

  describe('the findings explorer', () => {
    it('shows what the caller may see, and says that this is not all', async () => {
      const all = await get('/findings?limit=200');
      const own = await get('/findings?limit=200', OLIVIA);
      expect(all.body.partial).toBe(false);
      expect(own.body.partial).toBe(true);
      expect(own.body.total).toBeLessThan(all.body.total);
      const names = await namesOf('/findings?limit=200', OLIVIA);
      expect(names).toEqual(expect.arrayContaining(['cart-worker', 'stray']));
      expect(names).not.toContain('ledger');
      for (const { entities: refs } of own.body.items as ExplorerRow[])
        expect(refs).not.toContain('component:default/ledger');
    });

    it.each([
      ['entity=component:default/ledger', ['default', 'ledger']],
      ['controls=privileged-container', ['cart-worker', 'ledger', 'stray']],
      [
        'controls=privileged-container&owner=group:default/shop',
        ['cart-worker', 'ledger'],
      ],
      ['search=stra&severities=critical', ['stray']],
      ['search=privileged-container', ['cart-worker', 'ledger', 'stray']],
      [
        'categories=podSpec&controls=privileged-container&since=2026-11-20',
        ['cart-worker'],
      ],
      [
        'framework=pss-baseline&clusters=prod-eu&severities=critical',
        ['cart-worker', 'ledger', 'stray'],
      ],
      ['exempted=true', []],
      ['stale=true', []],
      [
        'exempted=false&stale=false&controls=privileged-container',
        ['cart-worker', 'ledger', 'stray'],
      ],
    ])('filters by %s', async (query, expected) => {
      expect(await namesOf(`/findings?limit=200&${query}`)).toEqual(expected);
    });

    it('tells nothing of a hidden entity by its filters', async () => {
      const { body } = await get(
        '/findings?entity=component:default/ledger',
        OLIVIA,
      );
      expect(body).toEqual({ items: [], total: 0, partial: true });
    });

    it('refuses a cursor of another query', async () => {
      const { body } = await get('/findings?limit=1');
      const path = `cursor=${body.nextCursor}`;
      expect((await get(`/findings?${path}`)).status).toBe(200);
      expect((await get(`/findings?${path}&stale=true`)).status).toBe(400);
      expect((await get(`/findings?${path}&order=newest`)).status).toBe(400);
    });

    it('shows the findings of a cluster', async () => {
      const cluster = await get(`${CLUSTER}/findings?limit=200`);
      const all = await get('/findings?limit=200');
      expect(cluster.body).toMatchObject({ total: all.body.total });
      expect((await get('/clusters/none/findings')).status).toBe(404);
    });
  });

  it('shows the sweeps of a cluster, newest first, page by page', async () => {
    const first = await get(`${CLUSTER}/sweeps?limit=1`);
    const { items, nextCursor } = first.body;
    expect(items).toMatchObject([
      {
        number: 2,
        status: 'complete',
        startedAt: new Date(SECOND).toISOString(),
      },
    ]);
    const second = await get(`${CLUSTER}/sweeps?limit=1&cursor=${nextCursor}`);
    expect(second.body.items).toMatchObject([{ number: 1 }]);
    expect(second.body.nextCursor).toBeUndefined();
    expect((await get('/clusters/none/sweeps')).status).toBe(404);
  });

  it('lists the workloads of an entity, page by page', async () => {
    const path = `${CART}/workloads?limit=1`;
    const { body: first } = await get(path, OLIVIA);
    expect(first).toMatchObject({
      items: [{ resource: { name: 'cart' }, images: ['shop/web:2'] }],
      total: 2,
    });
    const next = `${path}&cursor=${first.nextCursor}`;
    const { body: second } = await get(next, OLIVIA);
    expect(second.items).toMatchObject([
      {
        resource: { name: 'cart-worker' },
        failing: { critical: 1 },
        worst: 'critical',
        firstSeenAt: new Date(SECOND).toISOString(),
      },
    ]);
    expect(second.nextCursor).toBeUndefined();
    const sum = (counts: object): number =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    for (const { outcomes, failing } of [...first.items, ...second.items]) {
      expect(sum(failing)).toBe(outcomes.fail);
      expect(outcomes.pass).toBeGreaterThan(0);
    }
  });

  it('lists the service accounts of an entity with those who use them', async () => {
    const { body } = await get(`${CART}/access`, OLIVIA);
    expect(body).toMatchObject({
      items: [
        {
          resource: { kind: 'ServiceAccount', name: 'default' },
          workloads: [{ name: 'cart' }, { name: 'cart-worker' }],
        },
      ],
      total: 1,
    });
  });

  it('says how an entity is joined to workloads as its posture does', async () => {
    const { body } = await get(`${CART}/mapping`, OLIVIA);
    const posture = await get(`${CART}/posture`, OLIVIA);
    expect(body).toEqual(posture.body.mapping);
  });

  it('shows the posture of a cluster', async () => {
    const { body } = await get(CLUSTER);
    expect(body.posture).toMatchObject({
      profile: expect.stringContaining('cluster'),
      score: { coverage: expect.any(Number) },
    });
    const { body: past } = await get(`${CLUSTER}/past`);
    expect(past.score).toMatchObject({ score: body.posture.score });
    const list = await get('/clusters');
    expect(list.body.items[0].posture).toEqual(body.posture);
  });
});
