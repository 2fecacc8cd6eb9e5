import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import {
  aService as aServiceOf,
  fillScoped,
  foundScopedCompany,
  ofComponent,
} from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import {
  CRITICAL,
  HIGH,
  HOUR,
  MEDIUM,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { DatabaseScopeReader } from './DatabaseScopeReader';
import { Visibility } from './operations/visibleRefs';
import { ScopesFilter } from './ScopeReader';

const databases = testDatabases();

const ACME = 'group:default/acme';
const SHOP = 'group:default/shop';
const PAYMENTS = 'group:default/payments';
const DATA = 'group:default/data';

describe.each(databases.ids)('sums of scopes on %s', databaseId => {
  let knex: Knex;
  let reader: DatabaseScopeReader;

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    reader = new DatabaseScopeReader(knex);
  });

  function list(
    filter: Partial<ScopesFilter> = {},
    visibility: Visibility = 'all',
    now = NOW,
  ) {
    const page = { type: 'group' as ScopeKind, order: 'name' as const };
    return reader.listScopes(
      { ...page, offset: 0, limit: 50, ...filter },
      { now, thresholds: settings.thresholds },
      visibility,
    );
  }

  async function names(
    filter: Partial<ScopesFilter>,
    visibility: Visibility = 'all',
  ): Promise<string[]> {
    const { items } = await list(filter, visibility);
    return items.map(({ ref }) => ref.split('/')[1]);
  }

  it('count each member once, all the way up, and say what stands lowest', async () => {
    await foundScopedCompany(knex);
    const { items, total, partial } = await list();
    expect(items).toEqual([
      {
        ref: ACME,
        members: { total: 4, ready: 1, notReady: 2, unknown: 0, noPosture: 1 },
        lowest: {
          entityRef: ofComponent('cart'),
          effective: 31,
          stale: false,
        },
        p10: 31,
        open: { critical: 1, high: 1, medium: 0, low: 0, info: 0 },
        exempted: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
        change: null,
        readyChange: null,
        coverage: 1,
      },
      expect.objectContaining({
        ref: DATA,
        parent: ACME,
        members: { total: 2, ready: 1, notReady: 0, unknown: 0, noPosture: 1 },
        lowest: {
          entityRef: ofComponent('ledger'),
          effective: 100,
          stale: false,
        },
      }),
      expect.objectContaining({
        ref: PAYMENTS,
        parent: SHOP,
        members: { total: 2, ready: 1, notReady: 1, unknown: 0, noPosture: 0 },
        lowest: {
          entityRef: ofComponent('pay'),
          effective: 63,
          stale: false,
        },
      }),
      expect.objectContaining({
        ref: SHOP,
        title: 'The 100 % shop',
        members: { total: 3, ready: 1, notReady: 2, unknown: 0, noPosture: 0 },
        open: { critical: 1, high: 1, medium: 0, low: 0, info: 0 },
      }),
    ]);
    expect([total, partial]).toEqual([4, false]);
  });

  it('are of systems, and of the domains above them, alike', async () => {
    await foundScopedCompany(knex);
    const { items: systems } = await list({ type: 'system' });
    expect(systems.map(({ ref, members }) => [ref, members.total])).toEqual([
      ['system:default/books', 1],
      ['system:default/checkout', 2],
    ]);
    const { items: domains } = await list({ type: 'domain' });
    expect(domains).toMatchObject([
      { ref: 'domain:default/sales', members: { total: 3, notReady: 2 } },
    ]);
  });

  it('say unknown of what nothing fresh is known, unless a blocker is known', async () => {
    await foundScopedCompany(knex);
    const { items } = await list({}, 'all', NOW + 30 * HOUR);
    expect(items[0].members).toEqual({
      total: 4,
      ready: 0,
      notReady: 2,
      unknown: 1,
      noPosture: 1,
    });
    expect(items[0].lowest?.stale).toBe(true);
  });

  it.each<[string, Partial<ScopesFilter>, string[]]>([
    [
      'by the share that is ready',
      { order: 'worst' },
      ['acme', 'shop', 'payments', 'data'],
    ],
    [
      'by critical findings',
      { order: 'critical' },
      ['acme', 'shop', 'payments', 'data'],
    ],
    [
      'by the lowest score',
      { order: 'lowest' },
      ['acme', 'shop', 'payments', 'data'],
    ],
    [
      'by high findings',
      { order: 'high' },
      ['acme', 'shop', 'payments', 'data'],
    ],
    [
      'by the 10th percentile',
      { order: 'p10' },
      ['acme', 'shop', 'payments', 'data'],
    ],
    ['by size', { order: 'members' }, ['acme', 'shop', 'data', 'payments']],
    ['below a group', { parent: ACME }, ['data', 'shop']],
    ['at the top', { parent: 'none' }, ['acme']],
    ['below one that is not there', { parent: 'group:default/x' }, []],
    ['by a part of a title', { search: '100 % S' }, ['shop']],
    ['by a part of a name', { search: 'AY' }, ['payments']],
    ['by no sign of SQL', { search: '_' }, []],
    ['by no part of a namespace', { search: 'default' }, []],
    ['a page at a time', { offset: 1, limit: 2 }, ['data', 'payments']],
  ])('list groups %s', async (_, filter, expected) => {
    await foundScopedCompany(knex);
    expect(await names(filter)).toEqual(expected);
  });

  it.each([1, 9, 10, 11, 20, 25])(
    'take the 10th percentile of %s members by nearest rank',
    async size => {
      const kinds = [MEDIUM, CRITICAL, HIGH, undefined, MEDIUM] as const;
      const services = Array.from({ length: size }, (_, index) =>
        aServiceOf(`service-${index}`, kinds[index % kinds.length]),
      );
      await fillScoped(knex, services, () => [ACME]);
      const scores = services
        .map((_, index) => [85, 31, 63, 100, 85][index % kinds.length])
        .sort((left, right) => left - right);
      const { items } = await list();
      expect(items[0].p10).toBe(scores[Math.ceil(size / 10) - 1]);
      expect(items[0].lowest?.effective).toBe(scores[0]);
    },
  );

  describe('for a caller who sees less than all', () => {
    beforeEach(() => foundScopedCompany(knex));

    it('are of what is seen, and name no scope that the catalog hides but those that a seen entity names', async () => {
      const seen = new Set([ofComponent('pay'), ofComponent('ledger')]);
      const { items, total, partial } = await list({}, seen);
      expect(items).toMatchObject([
        { ref: DATA, members: { total: 1, ready: 1 } },
        { ref: PAYMENTS, members: { total: 2 }, lowest: { effective: 63 } },
      ]);
      expect(items.map(({ parent }) => parent)).toEqual([undefined, undefined]);
      expect([total, partial]).toEqual([2, true]);
      expect(await names({ parent: SHOP }, seen)).toEqual([]);
      expect(await names({ parent: 'none' }, seen)).toEqual([
        'data',
        'payments',
      ]);
    });

    it('show titles and parents that the catalog shows, and find by no others', async () => {
      const hidden = new Set([ofComponent('cart')]);
      expect((await list({}, hidden)).items).toMatchObject([{ ref: SHOP }]);
      expect((await list({}, hidden)).items[0]).not.toHaveProperty('title');
      expect(await names({ search: '100' }, hidden)).toEqual([]);
      const shown = new Set([ofComponent('cart'), SHOP, ACME]);
      expect((await list({}, shown)).items).toMatchObject([
        { ref: ACME, members: { total: 1 } },
        { ref: SHOP, title: 'The 100 % shop', parent: ACME },
      ]);
    });

    it('are none where nothing is seen', async () => {
      const nothing = { items: [], total: 0, partial: true };
      expect(await list({}, 'none')).toEqual(nothing);
      expect(await list({}, new Set([ACME, SHOP]))).toEqual(nothing);
    });

    it.each<[ScopeKind, string, Visibility, boolean]>([
      ['group', SHOP, 'all', true],
      ['system', SHOP, 'all', false],
      ['group', 'group:default/empty', 'all', false],
      ['group', 'group:default/nowhere', 'all', false],
      ['group', SHOP, 'none', false],
      ['group', SHOP, new Set([ofComponent('cart')]), true],
      ['group', SHOP, new Set([ofComponent('pay')]), false],
      ['group', SHOP, new Set([ofComponent('pay'), SHOP]), true],
      ['group', SHOP, new Set([SHOP]), false],
    ])(
      'know a %s %s or not as they list it',
      async (type, ref, seen, known) => {
        expect(await reader.hasScope(type, ref, seen)).toBe(known);
        const { items } = await list({ type }, seen);
        expect(items.some(item => item.ref === ref)).toBe(known);
      },
    );
  });

  describe('the oldest critical finding', () => {
    let episodes = 0;

    async function open(name: string, rest: object) {
      const [{ subject_id }] = await knex('entity_subjects').where({
        entity_ref: ofComponent(name),
      });
      episodes += 1;
      await knex('findings').insert({
        key: String(episodes),
        subject_id,
        cluster: 'prod-eu',
        control_id: CRITICAL,
        outcome: 'fail',
        severity: 'critical',
        violations: '[]',
        evidence_hash: '',
        open_since: 5000,
        opened_at: 5000,
        opened_no: 1,
        ...rest,
      });
    }

    it('is that of a member that is seen, and open as published', async () => {
      await foundScopedCompany(knex);
      await open('cart', { open_since: 4000 });
      await open('cart', { open_since: 3000, severity: 'high' });
      await open('cart', { open_since: 2000, closed_at: 9000, closed_no: 2 });
      await open('cart', { open_since: 1000, opened_no: 9 });
      await open('cart', { open_since: 500, outcome: 'notEvaluated' });
      const { items } = await list();
      expect(
        items.map(({ ref, oldestCritical }) => [ref, oldestCritical]),
      ).toEqual([
        [ACME, { since: 4000, entityRef: ofComponent('cart') }],
        [DATA, undefined],
        [PAYMENTS, undefined],
        [SHOP, { since: 4000, entityRef: ofComponent('cart') }],
      ]);
      const seen = new Set([ofComponent('pay'), SHOP, ACME]);
      const partial = await list({}, seen);
      expect(partial.items).toHaveLength(3);
      expect(
        partial.items.every(item => item.oldestCritical === undefined),
      ).toBe(true);
    });
  });
});
