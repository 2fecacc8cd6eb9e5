import { Knex } from 'knex';
import {
  aCluster,
  CRITICAL,
  HIGH,
  HOUR,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { profileKey } from '../sweep/tallyEntities';
import { rollUpAll } from './__testUtils__/rolledUp';
import {
  aService,
  foundScopedCompany,
  ofComponent,
} from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseScopeReader } from './DatabaseScopeReader';
import { ORGANISATION_SCOPE, rollUpScopes } from './operations/rollUpScopes';
import { Visibility } from './operations/visibleRefs';
import { TrendDay, TrendQuery } from './ScopeReader';

const DAY = 24 * HOUR;
const ACME = 'group:default/acme';
const PAYMENTS = 'group:default/payments';

/** Days of the tests: the company is founded on the first. */
const [FIRST, SECOND, THIRD] = ['2026-11-21', '2026-11-22', '2026-11-23'];

const databases = testDatabases();

describe.each(databases.ids)('trends on %s', databaseId => {
  let knex: Knex;
  let reader: DatabaseScopeReader;

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    reader = new DatabaseScopeReader(knex);
  });

  /** Lets the clusters be swept at a time, and a service fail a control from then on. */
  async function change(
    name: string,
    failing: Parameters<typeof aService>[1],
    now: number,
  ): Promise<void> {
    const [{ tallies }] = aService(name, failing).parts;
    await knex('clusters').update({ last_success_at: now });
    await knex('posture_parts')
      .where({ scope_ref: ofComponent(name) })
      .update({ counts: JSON.stringify(tallies) });
    await rollUpAll(knex, now);
  }

  function rollUp(now: number): Promise<void> {
    return rollUpScopes(knex, {
      now,
      thresholds: settings.thresholds,
      profile: profileKey(settings.profile),
      library: settings.library,
    });
  }

  async function trend(
    query: Partial<TrendQuery> = {},
    visibility: Visibility = 'all',
  ): Promise<readonly TrendDay[]> {
    const { days } = await reader.readTrend(
      { scope: 'group', ref: ACME, from: FIRST, to: THIRD, ...query },
      visibility,
    );
    return days;
  }

  async function daysOfScopes(): Promise<string[]> {
    const rows = await knex('posture_days').whereNotIn('scope_type', [
      'entity',
      'cluster',
    ]);
    return rows.map(row => `${row.day} ${row.scope_ref}`).sort();
  }

  /** The company, with a roll-up in which its scopes are known. */
  async function found(): Promise<void> {
    await foundScopedCompany(knex);
    await rollUp(NOW);
  }

  it('have a row for each scope and the organisation, and none for what has no posture', async () => {
    await found();
    expect(await daysOfScopes()).toEqual(
      [
        'domain:default/sales',
        ACME,
        'group:default/data',
        PAYMENTS,
        'group:default/shop',
        ORGANISATION_SCOPE,
        'system:default/books',
        'system:default/checkout',
      ].map(ref => `${FIRST} ${ref}`),
    );
    expect(await trend()).toEqual([
      {
        day: FIRST,
        raw: 31,
        effective: 31,
        coverage: 1,
        open: { critical: 1, high: 1, medium: 0, low: 0, info: 0 },
        exempted: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
        members: { total: 4, judged: 3, ready: 1, notReady: 2, p10: 31 },
        library: '0.1.0',
        profile: profileKey(settings.profile),
      },
    ]);
  });

  it('get a row on a day that differs, and nowhere else', async () => {
    await found();
    await knex('clusters').update({ last_success_at: NOW + DAY });
    await rollUp(NOW + DAY);
    expect(await daysOfScopes()).toHaveLength(8);
    await change('pay', undefined, NOW + DAY);
    const second = (await daysOfScopes()).filter(row => row.startsWith(SECOND));
    expect(second).toEqual(
      [
        'domain:default/sales',
        ACME,
        PAYMENTS,
        'group:default/shop',
        ORGANISATION_SCOPE,
        'system:default/checkout',
      ].map(ref => `${SECOND} ${ref}`),
    );
  });

  it('bring the row of a day up to date until it is over', async () => {
    await found();
    await change('cart', undefined, NOW + HOUR);
    const [day, ...more] = await trend();
    expect(day).toMatchObject({ day: FIRST, effective: 63 });
    expect(more).toEqual([]);
  });

  it('note readiness as it was, so that a day on which nothing was fresh says so', async () => {
    await found();
    await rollUp(NOW + 2 * DAY);
    expect(await trend()).toMatchObject([
      { day: FIRST, members: { ready: 1, notReady: 2 } },
      { day: THIRD, members: { ready: 0, notReady: 2 } },
    ]);
  });

  it('say when a scope has lost its members', async () => {
    await found();
    await knex('entity_scopes').where({ scope_ref: PAYMENTS }).delete();
    await rollUp(NOW + DAY);
    expect(await trend({ ref: PAYMENTS })).toMatchObject([
      { day: FIRST, effective: 63, members: { total: 2 } },
      { day: SECOND, effective: null, members: { total: 0, judged: 0 } },
    ]);
  });

  it('carry in what was before the first day asked for, and end with the last', async () => {
    await found();
    await change('cart', undefined, NOW + DAY);
    await change('pay', undefined, NOW + 2 * DAY);
    const days = (from: string, to: string) => trend({ from, to });
    expect(await days(SECOND, SECOND)).toMatchObject([
      { day: SECOND, effective: 63 },
    ]);
    expect(await days('2026-12-24', '2026-12-31')).toMatchObject([
      { day: THIRD, effective: 100 },
    ]);
    expect(await days('2026-10-01', FIRST)).toMatchObject([{ day: FIRST }]);
    expect(await days('2026-10-01', '2026-10-02')).toEqual([]);
  });

  it('show what a day ended with where the profile changed on it', async () => {
    await found();
    const row = await knex('posture_days').where({ scope_ref: ACME }).first();
    await knex('posture_days').insert([
      { ...row, day: SECOND, effective: 30 },
      { ...row, day: SECOND, effective: 29, profile: 'an-own@2' },
      { ...row, day: THIRD, effective: 28, profile: 'an-own@2' },
      { ...row, day: THIRD, effective: 27, profile: 'workload@2' },
    ]);
    expect(
      (await trend()).map(({ day, effective }) => [day, effective]),
    ).toEqual([
      [FIRST, 31],
      [SECOND, 29],
      [THIRD, 27],
    ]);
  });

  it('are of one entity or cluster as well, each by its own rows', async () => {
    await found();
    expect(
      await trend({ scope: 'entity', ref: ofComponent('cart') }),
    ).toMatchObject([{ day: FIRST, effective: 31, open: { critical: 1 } }]);
    expect(
      await trend({ scope: 'entity', ref: ofComponent('cart') }),
    ).not.toHaveProperty('0.members');
    expect(await trend({ scope: 'cluster', ref: aCluster().name })).toEqual([]);
    expect(await trend({ scope: 'system', ref: ACME })).toEqual([]);
  });

  describe('for a caller who sees less than all', () => {
    const organisation = {
      scope: ORGANISATION_SCOPE,
      ref: ORGANISATION_SCOPE,
    } as const;

    it('are those of what is seen, day by day', async () => {
      await found();
      await change('pay', CRITICAL, NOW + DAY);
      await change('cart', undefined, NOW + 2 * DAY);
      const seen = new Set([ofComponent('pay'), ofComponent('ledger')]);
      expect(await trend({}, seen)).toEqual([
        {
          day: FIRST,
          raw: 63,
          effective: 63,
          coverage: 1,
          open: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
          exempted: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
          members: { judged: 2, notReady: 1, p10: 63 },
          library: '0.1.0',
          profile: profileKey(settings.profile),
        },
        expect.objectContaining({
          day: SECOND,
          effective: 31,
          open: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
        }),
      ]);
      const { partial } = await reader.readTrend(
        { ...organisation, from: FIRST, to: THIRD },
        seen,
      );
      expect(partial).toBe(true);
    });

    it('begin with what was before the first day asked for', async () => {
      await found();
      await change('pay', CRITICAL, NOW + DAY);
      await change('pay', HIGH, NOW + 2 * DAY);
      const seen = new Set([ofComponent('pay'), ofComponent('ledger')]);
      const from = SECOND;
      expect(await trend({ from }, seen)).toMatchObject([
        { day: SECOND, effective: 31, members: { judged: 2 } },
        { day: THIRD, effective: 63 },
      ]);
      expect(
        await trend({ from: '2026-12-01', to: '2026-12-02' }, seen),
      ).toEqual([expect.objectContaining({ day: THIRD, effective: 63 })]);
    });

    it('add up to what is noted for all, where that is what is seen', async () => {
      await found();
      await change('cart', HIGH, NOW + DAY);
      await change('cart', undefined, NOW + 2 * DAY);
      const names = ['cart', 'pay', 'ledger', 'lake'];
      const most = await trend({}, new Set(names.map(ofComponent)));
      const all = await trend();
      expect(most).toHaveLength(3);
      expect(most).toEqual(
        all.map(({ members, ...day }) => {
          const { ready, total, ...counted } = members!;
          return { ...day, members: counted };
        }),
      );
    });

    it('are as for all where all are seen, and nothing where nothing is', async () => {
      await found();
      const names = ['cart', 'pay', 'ledger', 'lake', 'solo'];
      const query = { ...organisation, from: FIRST, to: THIRD };
      const everything = new Set(names.map(ofComponent));
      expect(await reader.readTrend(query, everything)).toEqual(
        await reader.readTrend(query, 'all'),
      );
      const nothing = { days: [], partial: true };
      expect(await reader.readTrend(query, 'none')).toEqual(nothing);
      expect(await reader.readTrend(query, new Set())).toEqual(nothing);
    });
  });

  describe('the change in 30 days', () => {
    const later = NOW + 40 * DAY;

    async function changes(visibility: Visibility) {
      const page = { order: 'change', offset: 0, limit: 50 } as const;
      const { items } = await reader.listScopes(
        { type: 'group', ...page },
        { now: later, thresholds: settings.thresholds },
        visibility,
      );
      return Object.fromEntries(
        items.map(({ ref, change: changed }) => [ref.split('/')[1], changed]),
      );
    }

    it('is that of the lowest score, and says where it is of another measure', async () => {
      await found();
      await knex('posture_days').update({ library: '0.0.9' });
      await change('cart', undefined, later - 20 * DAY);
      await change('pay', CRITICAL, later - 10 * DAY);
      await change('ledger', HIGH, later);
      const steps = ['library'];
      expect(await changes('all')).toEqual({
        data: { by: -37, steps },
        payments: { by: -32, steps },
        acme: { by: 0, steps },
        shop: { by: 0, steps },
      });
      const seen = new Set([ofComponent('ledger'), ACME]);
      expect(await changes(seen)).toEqual({
        acme: { by: -37, steps },
        data: { by: -37, steps },
        payments: { by: -37, steps },
      });
    });

    it('is nothing where nothing is known of then', async () => {
      await foundScopedCompany(knex, later);
      expect(new Set(Object.values(await changes('all')))).toEqual(
        new Set([null]),
      );
    });
  });
});
