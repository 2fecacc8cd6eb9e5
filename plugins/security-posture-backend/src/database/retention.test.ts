import { Knex } from 'knex';
import { DAY, retentionCuts } from '../retention/retentionCuts';
import {
  dumpTables,
  openStores,
  Stores,
  sweptStores,
} from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aLink,
  aPart,
  aPass,
  CLUSTER,
  keyOf,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseRetentionStore } from './DatabaseRetentionStore';
import { createScan } from './operations/scans';
import { syncClusters } from './operations/syncClusters';
import { utcDay } from './utcDay';

const SETTINGS = { detailDays: 90, scoreDays: 400 };
const START = Date.UTC(2026, 0, 1);
const WEB = 'component:default/web';

const databases = testDatabases();

function day(count: number): number {
  return START + count * DAY;
}

describe.each(databases.ids)('retention on %s', databaseId => {
  const open = () => databases.open(databaseId);

  async function pass() {}

  function deleteAt(knex: Knex, now: number) {
    return new DatabaseRetentionStore(knex).deleteExpired(
      retentionCuts(SETTINGS, now),
      pass,
    );
  }

  function purgeAt(knex: Knex, now: number) {
    return new DatabaseRetentionStore(knex).purgeGone(
      retentionCuts(SETTINGS, now),
      pass,
    );
  }

  /** A workload that was mended on day 1 and went on day 2. */
  async function aPastOfAWorkload(): Promise<Stores> {
    const stores = await openStores(open);
    const failing = aChange('web', [aFail('privileged')]);
    const worker = aChange('worker', [aFail('privileged')]);
    await stores.sweep({ subjects: [failing, worker] }, day(0));
    await stores.link('web', [keyOf('web')], day(0) + 1);
    await stores.sweep(
      { subjects: [aChange('web', [aPass('privileged'), aFail('other')])] },
      day(1),
    );
    await stores.sweep({ subjects: [], gone: [keyOf('web')] }, day(2));
    await stores.link('web', [], day(2) + 1);
    return stores;
  }

  async function left({ knex }: Stores) {
    const names: { name: string }[] = await knex('subjects').orderBy('name');
    return {
      findings: (await knex('findings')).length,
      links: (await knex('entity_subjects')).length,
      subjects: names.map(({ name }) => name),
    };
  }

  it.each([
    ['on the last day of its detail', 91, { findings: 3, links: 1 }, 2],
    ['once what was closed first is too old', 91.5, { findings: 2 }, 2],
    ['with the workload once its link is too old too', 93, { links: 0 }, 1],
  ])('deletes a past %s', async (_, days, expected, subjects) => {
    const stores = await aPastOfAWorkload();
    await deleteAt(stores.knex, day(days));
    const rows = await left(stores);
    expect(rows).toMatchObject(expected);
    expect(rows.subjects).toHaveLength(subjects);
    expect(rows.subjects).toContain('worker');
  });

  it('says how much of what it deleted, and finds nothing more', async () => {
    const { knex } = await aPastOfAWorkload();
    expect(await deleteAt(knex, day(93))).toEqual({
      'closed findings': 2,
      'ended links': 1,
      'ended gaps': 0,
      'requests for scans': 0,
      sweeps: 2,
      changes: 0,
      days: 0,
      workloads: 1,
    });
    const before = await dumpTables(knex);
    const again = await deleteAt(knex, day(93));
    expect(Object.values(again)).toEqual(Array(8).fill(0));
    expect(await dumpTables(knex)).toEqual(before);
  });

  it('keeps what a sweep ended that is not published, however long ago it was killed', async () => {
    const stores = await sweptStores(open);
    const ticket = await stores.begin(2000);
    const known = await stores.sweeps.listSubjects(CLUSTER);
    await stores.sweeps.closeGone(ticket, [known.get(keyOf('web'))!.id], 2000);
    await stores.sweeps.saveGaps(ticket, [], 2000);
    await deleteAt(stores.knex, day(400));
    expect(await left(stores)).toMatchObject({
      findings: 1,
      subjects: ['web', 'worker'],
    });
  });

  it('deletes gaps, requests and sweeps, but for the last sweep of each cluster', async () => {
    const stores = await openStores(open);
    const { knex } = stores;
    const gap = { control: 'privileged', reason: 'forbidden' as const };
    await createScan(knex, {
      clusters: [CLUSTER],
      requestedBy: 'user:default/olivia',
      now: day(0),
    });
    await stores.sweep({ subjects: [], gaps: [gap] }, day(0));
    await stores.sweep({ subjects: [] }, day(1));
    await stores.sweep({ subjects: [] }, day(2));
    expect(await deleteAt(knex, day(200))).toMatchObject({
      'ended gaps': 1,
      'requests for scans': 1,
      sweeps: 2,
    });
    const [last, ...others] = await knex('sweeps');
    expect(others).toEqual([]);
    expect(Number(last.started_at)).toBe(day(2));
  });

  it('deletes many rows in statements of 200 at most', async () => {
    const stores = await sweptStores(open);
    const { knex } = stores;
    const [web] = await stores.idsOf('web');
    const rows = Array.from({ length: 450 }, (_, index) => ({
      entity_ref: `component:default/web-${index}`,
      subject_id: web,
      valid_from: 0,
      valid_to: 1,
    }));
    for (const from of [0, 150, 300])
      await knex('entity_subjects').insert(rows.slice(from, from + 150));
    const deleted: number[] = [];
    knex.on('query-response', (response, { sql }: { sql: string }) => {
      if (/^delete from .entity_subjects/.test(sql))
        deleted.push(response.rowCount ?? response);
    });
    expect(await deleteAt(knex, day(100))).toMatchObject({
      'ended links': 450,
    });
    expect(deleted).toEqual([200, 200, 50]);
  });

  it('goes on where it was interrupted', async () => {
    const { knex } = await aPastOfAWorkload();
    const store = new DatabaseRetentionStore(knex);
    const cuts = retentionCuts(SETTINGS, day(93));
    let statements = 0;
    const interrupted = store.deleteExpired(cuts, async () => {
      statements += 1;
      if (statements === 3) throw new Error('shut down');
    });
    await expect(interrupted).rejects.toThrow('shut down');
    expect(await deleteAt(knex, day(93))).toMatchObject({
      'closed findings': 0,
      'ended links': 0,
      workloads: 1,
    });
  });

  describe('of days', () => {
    async function withDays(knex: Knex, rows: [string, string, number][]) {
      await knex('posture_days').insert(
        rows.map(([scope_type, scope_ref, days]) => ({
          scope_type,
          scope_ref,
          profile: 'workload@1.0',
          day: utcDay(day(days)),
          raw: days,
          effective: days,
          coverage: 1,
          counts: '{}',
          library: '1',
        })),
      );
    }

    it.each([
      ['keeps the newest before the cut, for later days build on it', 510, [9]],
      ['keeps all from a day on that is in the cut', 405, [5, 7, 9]],
      ['keeps the one before the cut and what follows', 408, [7, 9]],
    ])('%s', async (_, now, expected) => {
      const { knex } = await openStores(open);
      await withDays(
        knex,
        [1, 3, 5, 7, 9].map(days => ['entity', WEB, days]),
      );
      await deleteAt(knex, day(now));
      const rows: { raw: number }[] = await knex('posture_days').orderBy('day');
      expect(rows.map(({ raw }) => raw)).toEqual(expected);
    });

    it('keeps none of a group that is no more', async () => {
      const { knex } = await openStores(open);
      await knex('scopes').insert({ ref: 'group:default/shop', type: 'group' });
      await withDays(knex, [
        ['group', 'group:default/shop', 1],
        ['group', 'group:default/gone', 1],
        ['organisation', 'organisation', 1],
      ]);
      await deleteAt(knex, day(500));
      const rows: { scope_ref: string }[] = await knex('posture_days').orderBy(
        'scope_ref',
      );
      expect(rows.map(row => row.scope_ref)).toEqual([
        'group:default/shop',
        'organisation',
      ]);
    });
  });

  it('keeps the changes that tell by which library and profiles is judged, however old', async () => {
    const { knex } = await openStores(open);
    const change = { scope_type: 'all', scope_ref: 'all' };
    await knex('changes').insert([
      { ...change, at: 1, what: 'libraryChanged', to: '1.0' },
      { ...change, at: 2, what: 'libraryChanged', to: '1.1' },
      { ...change, at: 3, what: 'clusterAnswers' },
      { ...change, at: 4, what: 'profileChanged', ref: 'workload', to: '2.0' },
      { ...change, at: 5, what: 'profileChanged', ref: 'cluster', to: '3.0' },
    ]);
    expect(await deleteAt(knex, day(100))).toMatchObject({ changes: 2 });
    expect(await knex('changes').orderBy('id').select('to')).toEqual([
      { to: '1.1' },
      { to: '2.0' },
      { to: '3.0' },
    ]);
  });

  describe('of what is gone', () => {
    /** `web` and `worker` with a past; `web` goes from the catalog on day 1. */
    async function afterWebWent(): Promise<Stores> {
      const stores = await openStores(open);
      const { knex } = stores;
      const web = aChange('web', [aFail('privileged')]);
      await stores.sweep(
        { subjects: [web], parts: [aPart(WEB, [web])] },
        day(0),
      );
      const others = Array.from({ length: 9 }, (_, index) =>
        aLink(`other-${index}`, []),
      );
      const [id] = await stores.idsOf('web');
      const worker = aLink('worker', [id]);
      await stores.saveLinks([aLink('web', [id]), worker, ...others], day(0));
      await addBelongings(knex, 'entity', WEB, id);
      await stores.saveLinks([worker, ...others], day(1));
      await knex('entities').update({ rollup_due: null });
      return stores;
    }

    async function addBelongings(
      knex: Knex,
      scopeType: string,
      ref: string,
      subjectId: number,
    ) {
      const scope = { scope_type: scopeType, scope_ref: ref };
      await knex('posture_days').insert({
        ...scope,
        profile: 'workload@1.0',
        day: '2026-01-01',
        counts: '{}',
        library: '1',
      });
      await knex('changes').insert({ ...scope, at: 1, what: 'exempted' });
      await knex('entity_scopes').insert({
        entity_ref: WEB,
        scope_ref: 'group:default/shop',
        depth: 0,
      });
      await knex('exemptions').insert({
        id: 'x1',
        scope: 'workload',
        control_id: 'privileged',
        severity: 'high',
        subject_id: subjectId,
        entity_ref: WEB,
        cluster: CLUSTER,
        category: 'accepted',
        reason: 'because',
        state: 'approved',
        source: 'request',
        requested_by: 'user:default/olivia',
        requested_at: 1,
        expires_at: day(300),
        version: 1,
      });
      await knex('exemption_events').insert({
        exemption_id: 'x1',
        what: 'requested',
        actor: 'user:default/olivia',
        at: 1,
      });
    }

    /** Tables that still name the entity, with the number of their rows. */
    async function traces(knex: Knex, ref: string) {
      const columns = {
        entities: 'entity_ref',
        entity_subjects: 'entity_ref',
        entity_scopes: 'entity_ref',
        exemptions: 'entity_ref',
        posture_parts: 'scope_ref',
        posture_days: 'scope_ref',
        changes: 'scope_ref',
      };
      const found: string[] = [];
      for (const [table, column] of Object.entries(columns))
        if ((await knex(table).where(column, ref)).length) found.push(table);
      return found;
    }

    it('keeps an entity for seven days, and then deletes all that is its', async () => {
      const { knex } = await afterWebWent();
      const before = await traces(knex, WEB);
      expect(before).toHaveLength(7);
      await purgeAt(knex, day(8));
      expect(await traces(knex, WEB)).toEqual(before);
      expect(await purgeAt(knex, day(8) + 1)).toEqual({
        entities: 1,
        clusters: 0,
      });
      expect(await traces(knex, WEB)).toEqual([]);
      expect(await knex('exemption_events')).toEqual([]);
      expect(await knex('entities')).toHaveLength(10);
      expect(await knex('findings')).toHaveLength(1);
    });

    it('rolls up other owners of what an exemption covered, and nobody else', async () => {
      const { knex } = await afterWebWent();
      await purgeAt(knex, day(9));
      const due: { entity_ref: string }[] = await knex('entities').whereNotNull(
        'rollup_due',
      );
      expect(due.map(row => row.entity_ref)).toEqual([
        'component:default/worker',
      ]);
    });

    it('gives an entity that comes back within the week its past', async () => {
      const stores = await afterWebWent();
      const { knex } = stores;
      const before = await traces(knex, WEB);
      const [id] = await stores.idsOf('web');
      await stores.saveLinks([aLink('web', [id])], day(7));
      await purgeAt(knex, day(30));
      expect(await traces(knex, WEB)).toEqual(before);
      const links = await knex('entity_subjects').where('entity_ref', WEB);
      expect(links.map(link => Number(link.valid_from))).toEqual([
        day(0),
        day(7),
      ]);
    });

    it('deletes ten thousand in statements of 200 at most', async () => {
      const { knex } = await openStores(open);
      const rows = Array.from({ length: 10_000 }, (_, index) => ({
        entity_ref: `component:default/web-${index}`,
        kind: 'component',
        tags: '[]',
        annotated: false,
        mapping: '{}',
        gone_at: 1,
      }));
      for (let from = 0; from < rows.length; from += 1000)
        await knex.batchInsert('entities', rows.slice(from, from + 1000), 500);
      const sizes: number[] = [];
      knex.on('query-response', (response, { sql }: { sql: string }) => {
        if (/^delete/.test(sql)) sizes.push(response.rowCount ?? response);
      });
      expect(await purgeAt(knex, day(10))).toMatchObject({ entities: 10_000 });
      expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
      expect(await knex('entities')).toEqual([]);
    });

    it('deletes a cluster whole after seven days, and leaves the others', async () => {
      const stores = await afterWebWent();
      const { knex } = stores;
      const other = {
        name: 'staging',
        authProvider: 'serviceAccount',
        production: false,
        scannable: true,
      };
      await syncClusters(knex, [other], day(1));
      const ticket = await stores.sweeps.begin({
        cluster: 'staging',
        trigger: 'schedule',
        now: day(1),
      });
      await stores.publish(ticket, day(1));
      await purgeAt(knex, day(8));
      expect(await knex('clusters')).toHaveLength(2);
      expect(await purgeAt(knex, day(8) + 1)).toMatchObject({ clusters: 1 });
      for (const table of ['findings', 'subjects', 'entity_subjects'])
        expect(await knex(table)).toEqual([]);
      expect(await knex('clusters').select('name')).toEqual([
        { name: 'staging' },
      ]);
      expect(await knex('sweeps').distinct('cluster')).toEqual([
        { cluster: 'staging' },
      ]);
    });
  });
});
