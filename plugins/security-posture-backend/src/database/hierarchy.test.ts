import { Knex } from 'knex';
import { ScopeKind } from 'backstage-plugin-security-posture-common';
import {
  CRITICAL,
  HIGH,
  HOUR,
  MEDIUM,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { foundScopedCompany, ofComponent } from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseScopeReader } from './DatabaseScopeReader';
import { Visibility } from './operations/visibleRefs';
import { HierarchyFilter, MatrixFilter } from './ScopeReader';
import { utcDay } from './utcDay';

const databases = testDatabases();

const ACME = 'group:default/acme';
const SHOP = 'group:default/shop';
const PAYMENTS = 'group:default/payments';
const DATA = 'group:default/data';

const DAY = 24 * HOUR;
const TERMS = { now: NOW, thresholds: settings.thresholds };

let episodes = 0;

describe.each(databases.ids)('hierarchies of scopes on %s', databaseId => {
  let knex: Knex;
  let reader: DatabaseScopeReader;

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    reader = new DatabaseScopeReader(knex);
    await foundScopedCompany(knex);
  });

  function read(
    filter: Partial<HierarchyFilter> = {},
    visibility: Visibility = 'all',
  ) {
    const page = { type: 'group' as ScopeKind, order: 'critical' as const };
    return reader.readHierarchy(
      { ...page, offset: 0, limit: 50, whole: 200, ...filter },
      TERMS,
      visibility,
    );
  }

  async function placesOf(
    filter: Partial<HierarchyFilter>,
    visibility?: Visibility,
  ) {
    const { items, whole, total } = await read(filter, visibility);
    return {
      whole,
      total,
      rows: items.map(({ ref, level, below }) => [ref, level, below]),
    };
  }

  async function openCritical(name: string, since: number) {
    const link = await knex('entity_subjects')
      .where({ entity_ref: ofComponent(name) })
      .first();
    episodes += 1;
    await knex('findings').insert({
      key: String(episodes),
      subject_id: link.subject_id,
      cluster: 'prod-eu',
      control_id: CRITICAL,
      outcome: 'fail',
      severity: 'critical',
      violations: '[]',
      evidence_hash: '',
      open_since: since,
      opened_at: since,
      opened_no: 1,
    });
  }

  it('are read whole, each scope before what is below it, in order', async () => {
    expect(await placesOf({})).toEqual({
      whole: true,
      total: 4,
      rows: [
        [ACME, 0, 2],
        [SHOP, 1, 1],
        [PAYMENTS, 2, 0],
        [DATA, 1, 0],
      ],
    });
    const { rows } = await placesOf({ order: 'name' });
    expect(rows.map(([ref]) => ref)).toEqual([ACME, DATA, SHOP, PAYMENTS]);
  });

  it('are read in parts where they are too large', async () => {
    expect(await placesOf({ whole: 3 })).toEqual({
      whole: false,
      total: 1,
      rows: [[ACME, 0, 2]],
    });
    expect(await placesOf({ whole: 3, parents: [ACME], limit: 1 })).toEqual({
      whole: false,
      total: 2,
      rows: [[SHOP, 0, 1]],
    });
    const { rows } = await placesOf({ whole: 3, parents: [ACME, SHOP] });
    expect(rows.map(([ref]) => ref)).toEqual([SHOP, PAYMENTS, DATA]);
  });

  it('list what a search finds side by side', async () => {
    expect(await placesOf({ search: 'AY' })).toEqual({
      whole: true,
      total: 1,
      rows: [[PAYMENTS, 0, 0]],
    });
  });

  it('put systems side by side, below their domains as these are of another kind', async () => {
    const { rows } = await placesOf({ type: 'system', order: 'name' });
    expect(rows).toEqual([
      ['system:default/books', 0, 0],
      ['system:default/checkout', 0, 0],
    ]);
  });

  it('show nothing of what the catalog hides', async () => {
    const seen = new Set([ofComponent('pay'), ofComponent('ledger'), SHOP]);
    const { items, partial } = await read({ order: 'name' }, seen);
    expect(items).toMatchObject(
      [
        { ref: DATA, level: 0, members: { total: 1 } },
        { ref: SHOP, level: 0, below: 0, members: { total: 2 } },
        { ref: PAYMENTS, level: 0, members: { total: 2 } },
      ].sort((left, right) => (left.ref < right.ref ? -1 : 1)),
    );
    expect(partial).toBe(true);
    expect(await placesOf({}, 'none')).toEqual({
      whole: true,
      total: 0,
      rows: [],
    });
  });

  it('say how many were ready 30 days ago, and what is another measure since then', async () => {
    await knex('posture_days').insert({
      scope_type: 'group',
      scope_ref: SHOP,
      profile: 'workload@0',
      day: utcDay(NOW - 31 * DAY),
      raw: 40,
      effective: 40,
      coverage: 1,
      counts: JSON.stringify({ members: { ready: 3, judged: 3 } }),
      library: '0.1.0',
    });
    const { items } = await read({ order: 'readyChange' });
    expect(items.find(({ ref }) => ref === SHOP)).toMatchObject({
      change: { by: -9, steps: ['profile'] },
      readyChange: { by: -2, steps: ['profile'] },
    });
    expect(items.find(({ ref }) => ref === DATA)?.readyChange).toBeNull();
    const seen = new Set([ofComponent('cart'), SHOP]);
    const partial = await read({}, seen);
    expect(partial.items[0].readyChange).toBeNull();
  });

  describe('the verdict', () => {
    const verdict = (
      visibility: Visibility = 'all',
      type: ScopeKind = 'group',
    ) => reader.readVerdict(type, TERMS, visibility);

    it('counts those that hold entities themselves, and names whose critical finding is the oldest', async () => {
      await openCritical('cart', 4000);
      await openCritical('cart', 3000);
      await openCritical('pay', 1000);
      expect(await verdict()).toEqual({
        scopes: 3,
        withCritical: 1,
        critical: 1,
        entities: 4,
        judged: 3,
        oldest: [
          {
            ref: SHOP,
            title: 'The 100 % shop',
            since: 3000,
            entityRef: ofComponent('cart'),
          },
        ],
      });
    });

    it('counts domains by the services of their systems', async () => {
      await openCritical('cart', 4000);
      const sales = 'domain:default/sales';
      const oldest = { since: 4000, entityRef: ofComponent('cart') };
      expect(await verdict('all', 'domain')).toEqual({
        scopes: 1,
        withCritical: 1,
        critical: 1,
        entities: 3,
        judged: 3,
        oldest: [{ ref: sales, ...oldest }],
      });
      const seen = [ofComponent('cart')];
      expect(await verdict(new Set(seen), 'domain')).toMatchObject({
        scopes: 0,
        oldest: [],
      });
      expect(await verdict(new Set([...seen, sales]), 'domain')).toMatchObject({
        scopes: 1,
        oldest: [{ ref: sales }],
      });
    });

    it('tells of nothing that the catalog hides', async () => {
      await openCritical('cart', 4000);
      expect(await verdict(new Set([ofComponent('cart')]))).toEqual({
        scopes: 1,
        withCritical: 1,
        critical: 1,
        entities: 1,
        judged: 1,
        oldest: [{ ref: SHOP, since: 4000, entityRef: ofComponent('cart') }],
      });
      expect(await verdict(new Set([ofComponent('pay'), SHOP]))).toMatchObject({
        scopes: 1,
        withCritical: 0,
        oldest: [],
      });
      expect(await verdict('none')).toEqual({
        scopes: 0,
        withCritical: 0,
        critical: 0,
        entities: 0,
        judged: 0,
        oldest: [],
      });
    });
  });

  describe('one scope', () => {
    it.each<[string, ScopeKind, string, Visibility, number | undefined]>([
      ['is summed up', 'group', SHOP, 'all', 3],
      ['is of its own kind', 'system', SHOP, 'all', undefined],
      [
        'is unknown without entities',
        'group',
        'group:default/empty',
        'all',
        undefined,
      ],
      [
        'is unknown where nothing of it is seen',
        'group',
        SHOP,
        new Set([SHOP]),
        undefined,
      ],
      [
        'is of what is seen',
        'group',
        SHOP,
        new Set([ofComponent('pay'), SHOP]),
        1,
      ],
    ])('%s', async (_, type, ref, visibility, members) => {
      const sum = await reader.readScope(type, ref, TERMS, visibility);
      expect(sum && { ref: sum.ref, members: sum.members.total }).toEqual(
        members && { ref, members },
      );
    });
  });

  describe('by control', () => {
    const { severities } = settings.profile;

    async function matrix(
      over: Partial<MatrixFilter> = {},
      visibility: Visibility = 'all',
      now = NOW,
    ) {
      const filter: MatrixFilter = {
        type: 'group',
        order: 'critical',
        offset: 0,
        limit: 50,
        columns: 12,
        controls: new Map(Object.entries(severities)),
        ...over,
      };
      const terms = { ...TERMS, now };
      const controls = new Set(Object.keys(severities));
      const sums = await reader.countControls(
        filter.type,
        controls,
        terms,
        visibility,
      );
      return reader.readMatrix(filter, sums, terms, visibility);
    }

    const none = { failing: 0, notEvaluated: 0, stale: 0, exempted: 0 };

    it('count the members that fail of those that were judged, gravest control first', async () => {
      const { columns, moreColumns, rows, total } = await matrix();
      expect([columns, moreColumns, total]).toEqual([[CRITICAL, HIGH], 0, 4]);
      expect(rows).toEqual([
        {
          ref: ACME,
          level: 0,
          total: 4,
          judged: 3,
          cells: [
            { ...none, failing: 1, judged: 3 },
            { ...none, failing: 1, judged: 3 },
          ],
        },
        {
          ref: SHOP,
          title: 'The 100 % shop',
          level: 1,
          total: 3,
          judged: 3,
          cells: [
            { ...none, failing: 1, judged: 3 },
            { ...none, failing: 1, judged: 3 },
          ],
        },
        {
          ref: PAYMENTS,
          level: 2,
          total: 2,
          judged: 2,
          cells: [
            { ...none, judged: 2 },
            { ...none, failing: 1, judged: 2 },
          ],
        },
        {
          ref: DATA,
          level: 1,
          total: 2,
          judged: 1,
          cells: [
            { ...none, judged: 1 },
            { ...none, judged: 1 },
          ],
        },
      ]);
    });

    it('have as many columns as are asked for, and say how many more there would be', async () => {
      const { columns, moreColumns } = await matrix({ columns: 1 });
      expect([columns, moreColumns]).toEqual([[CRITICAL], 1]);
      const medium = new Map([[MEDIUM, severities[MEDIUM]]]);
      expect((await matrix({ controls: medium })).columns).toEqual([]);
    });

    it('come a page at a time, and searched for', async () => {
      const page = await matrix({ offset: 1, limit: 2 });
      expect(page.rows.map(({ ref }) => ref)).toEqual([SHOP, PAYMENTS]);
      expect(page.total).toBe(4);
      const found = await matrix({ search: 'data' });
      expect(found.rows.map(({ ref, level }) => [ref, level])).toEqual([
        [DATA, 0],
      ]);
    });

    it('say of fails that nothing fresh is known of them', async () => {
      const { rows } = await matrix({}, 'all', NOW + 30 * HOUR);
      expect(rows[0].cells[0]).toEqual({
        ...none,
        failing: 1,
        stale: 1,
        judged: 3,
      });
    });

    it('tell exempted and not evaluated from passing', async () => {
      await knex('postures')
        .where({ scope_ref: ofComponent('cart') })
        .update({
          failing: JSON.stringify({ [CRITICAL]: { open: 0, exempted: 1 } }),
          passing: JSON.stringify([CRITICAL]),
        });
      const two = [CRITICAL, HIGH].map(id => [id, severities[id]] as const);
      const { rows } = await matrix({ controls: new Map(two) });
      expect(rows[0].cells).toEqual([
        { ...none, exempted: 1, judged: 3 },
        { ...none, failing: 1, judged: 2, notEvaluated: 1 },
      ]);
    });

    it('count only what a caller sees', async () => {
      const seen = new Set([ofComponent('pay'), SHOP]);
      const { columns, rows, partial } = await matrix({}, seen);
      expect([columns, partial]).toEqual([[HIGH], true]);
      expect(rows.map(({ ref, judged }) => [ref, judged])).toEqual([
        [PAYMENTS, 1],
        [SHOP, 1],
      ]);
      expect(await matrix({}, 'none')).toEqual({
        columns: [],
        moreColumns: 0,
        rows: [],
        total: 0,
        partial: true,
      });
    });
  });
});
