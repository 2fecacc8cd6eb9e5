import { ExportScope } from './ExportReader';
import { ExplorerFilter } from './FindingsExplorer';
import { DatabaseExportReader } from './DatabaseExportReader';
import { anExemptionRow, insertExemptions } from './__testUtils__/exemptions';
import { openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aLink,
  aPass,
  CLUSTER,
  findingKeyOf,
  keyOf,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const WEB = 'component:default/web';
const API = 'component:default/api';
const SHOP = 'group:default/shop';

const databases = testDatabases();

describe.each(databases.ids)('exports on %s', databaseId => {
  let stores: Stores;
  let exports: DatabaseExportReader;

  /**
   * 100: `web`, `api` and `worker` fail `host`; 110: they belong to an entity each, but for `worker`; 200: `web` passes;
   * 300: `web` fails again; 400: `worker` is gone. A sweep that began at 500 and closes everything is never published.
   */
  beforeAll(async () => {
    stores = await openStores(() => databases.open(databaseId));
    const host = aFail('host', { severity: 'high' });
    const all = ['web', 'api', 'worker'].map(name => aChange(name, [host]));
    await stores.sweep({ subjects: all }, 100);
    const [web, api] = await stores.idsOf('web', 'api');
    await stores.saveLinks([aLink('web', [web]), aLink('api', [api])], 110);
    await stores.knex('entity_scopes').insert([
      { entity_ref: WEB, scope_ref: SHOP, depth: 0 },
      { entity_ref: API, scope_ref: SHOP, depth: 1 },
    ]);
    await stores.sweep({ subjects: [aChange('web', [aPass('host')])] }, 200);
    await stores.sweep({ subjects: [aChange('web', [host])] }, 300);
    await stores.sweep({ subjects: [], gone: [keyOf('worker')] }, 400);
    await exempt('x1', API, 'host', [
      { what: 'requested', at: 120, expires_at: 900 },
      {
        what: 'approved',
        actor: 'user:default/paul',
        at: 150,
        expires_at: 900,
      },
      {
        what: 'shortened',
        actor: 'user:default/pia',
        at: 350,
        expires_at: 380,
      },
    ]);
    const ticket = await stores.begin(500);
    const known = await stores.sweeps.listSubjects(CLUSTER);
    const ids = [...known.values()].map(({ id }) => id);
    await stores.sweeps.closeGone(ticket, ids, 500);
    exports = new DatabaseExportReader(stores.knex);
  });

  async function exempt(
    id: string,
    entityRef: string,
    control: string,
    events: readonly object[],
  ) {
    await insertExemptions(
      stores.knex,
      anExemptionRow(id, {
        scope: 'entity',
        entity_ref: entityRef,
        control_id: control,
        severity: 'high',
        state: 'approved',
        requested_by: 'user:default/olivia',
        reason: 'The next release mends it',
        expires_at: 380,
      }),
    );
    for (const event of events)
      await stores.knex('exemption_events').insert({
        exemption_id: id,
        actor: 'user:default/olivia',
        note: null,
        ...event,
      });
  }

  function aScope(over: Partial<ExportScope> = {}): ExportScope {
    return {
      type: 'organisation',
      ref: 'organisation',
      visibility: 'all',
      unowned: true,
      ...over,
    };
  }

  async function read(over: Partial<ExportScope> = {}, now = 450) {
    const scope = aScope(over);
    const { ids, exemptions } = await exports.takeSnapshot(scope, now);
    const records = await exports.readFindings(scope, ids);
    expect(records).toHaveLength(ids.length);
    return records.map(record => ({
      name: record.subject.name,
      entities: record.entityRefs,
      exemption: exemptions.get(record.id),
    }));
  }

  const namesOf = async (...args: Parameters<typeof read>) =>
    (await read(...args)).map(({ name }) => name);

  it.each<[string, Partial<ExportScope>, string[]]>([
    ['the organisation', {}, ['api', 'web']],
    [
      'the organisation at its first sweep',
      { at: 100 },
      ['api', 'web', 'worker'],
    ],
    ['the organisation before that', { at: 99 }, []],
    ['what belongs to entities', { unowned: false, at: 150 }, ['api', 'web']],
    ['an entity', { type: 'entity', ref: WEB }, ['web']],
    ['an entity while it passed', { type: 'entity', ref: WEB, at: 299 }, []],
    [
      'an entity when it fails again',
      { type: 'entity', ref: WEB, at: 300 },
      ['web'],
    ],
    [
      'an entity before it had its workload',
      { type: 'entity', ref: WEB, at: 109 },
      [],
    ],
    ['a group', { type: 'group', ref: SHOP }, ['api', 'web']],
    [
      'a group that nothing is in',
      { type: 'group', ref: 'group:default/x' },
      [],
    ],
    [
      'a cluster',
      { type: 'cluster', ref: CLUSTER, at: 399 },
      ['api', 'web', 'worker'],
    ],
    ['another cluster', { type: 'cluster', ref: 'other' }, []],
  ])('hold what was open of %s', async (_, scope, expected) => {
    expect(await namesOf(scope)).toEqual(expected);
  });

  it.each<[string, Partial<ExportScope>, string[]]>([
    ['the organisation', {}, ['web', 'worker']],
    ['it without what is nobody’s', { unowned: false }, ['web']],
    ['a cluster', { type: 'cluster', ref: CLUSTER }, ['web', 'worker']],
    [
      'a group that is visible',
      { type: 'group', ref: SHOP, visibility: new Set([WEB, SHOP]) },
      ['web'],
    ],
    [
      'a group as one who sees nothing',
      { type: 'group', ref: SHOP, visibility: 'none' },
      [],
    ],
  ])('hold nothing hidden of %s', async (_, scope, expected) => {
    const visibility = new Set([WEB]);
    expect(await namesOf({ visibility, at: 150, ...scope })).toEqual(expected);
  });

  it.each<[string, ExplorerFilter, string[]]>([
    ['what a filter chooses', { severities: ['high'] }, ['api', 'web']],
    ['nothing where it chooses nothing', { severities: ['low'] }, []],
    [
      'what is found by name',
      { search: { text: 'AP', controls: [] } },
      ['api'],
    ],
    ['what is in a namespace', { namespaces: ['kube-system'] }, []],
    ['what is in a cluster', { clusters: ['other'] }, []],
    ['what an entity has', { entityRef: WEB }, ['web']],
    ['what is exempted', { exempted: true }, ['api']],
    ['what is not', { exempted: false }, ['web']],
  ])('hold %s', async (_, filter, expected) => {
    expect(await namesOf({ filter }, 379)).toEqual(expected);
  });

  it('hold nothing hidden that a filter asks for', async () => {
    const seen = { visibility: new Set([WEB]), unowned: false };
    const chosen = (filter: ExplorerFilter) =>
      namesOf({ ...seen, filter }, 379);
    expect(await chosen({ entityRef: API })).toEqual([]);
    expect(await chosen({ exempted: true })).toEqual([]);
    expect(await chosen({ exempted: false })).toEqual(['web']);
    expect(await chosen({ scopeRefs: [SHOP] })).toEqual(['web']);
  });

  it('name entities only that the caller sees', async () => {
    await stores.knex('entity_subjects').insert({
      entity_ref: API,
      subject_id: (await stores.idsOf('web'))[0],
      valid_from: 420,
    });
    const visibility = new Set([WEB]);
    expect(await read({ visibility, unowned: false })).toEqual([
      { name: 'web', entities: [WEB], exemption: undefined },
    ]);
    await stores.knex('entity_subjects').where('valid_from', 420).delete();
  });

  describe('tell of exemptions', () => {
    const api = (over: Partial<ExportScope>, now?: number) =>
      read({ type: 'entity', ref: API, ...over }, now);

    it('who asked, who let it be, until when and why, as it stood', async () => {
      const [{ exemption }] = await api({ at: 340 });
      expect(exemption).toEqual({
        id: 'x1',
        requestedBy: 'user:default/olivia',
        decidedBy: 'user:default/paul',
        decidedAt: new Date(150).toISOString(),
        expiresAt: new Date(900).toISOString(),
        category: expect.any(String),
        reason: 'The next release mends it',
      });
    });

    it.each([
      ['before it is asked for', { at: 110 }, undefined],
      ['before it is approved', { at: 149 }, undefined],
      ['from its approval on', { at: 150 }, 900],
      ['until the end that it was given later', { at: 379 }, 380],
      ['from that end on', { at: 380 }, undefined],
    ])('%s', async (_, scope, expires) => {
      const [{ exemption }] = await api(scope);
      expect(exemption?.expiresAt).toBe(
        expires && new Date(expires).toISOString(),
      );
    });

    it('in force now', async () => {
      expect((await api({}, 379))[0].exemption).toMatchObject({ id: 'x1' });
      expect((await api({}, 380))[0].exemption).toBeUndefined();
    });

    it('to those who see everything, wherever it is', async () => {
      for (const scope of [
        {},
        { type: 'group', ref: SHOP },
        { type: 'cluster', ref: CLUSTER },
      ] as const) {
        const told = (await read(scope, 379)).map(
          ({ name, exemption }) => `${name} ${exemption?.id}`,
        );
        expect(told).toEqual(['api x1', 'web undefined']);
      }
    });

    it('nothing for entities that the caller does not see', async () => {
      const seen = await read({ visibility: new Set([WEB]), at: 340 });
      expect(seen.map(({ exemption }) => exemption)).toEqual([
        undefined,
        undefined,
      ]);
    });
  });

  it('are of the moment at which they began', async () => {
    const scope = aScope({ type: 'entity', ref: WEB });
    const { ids } = await exports.takeSnapshot(scope, 450);
    const findings = () => stores.knex('findings').whereIn('id', [...ids]);
    await findings().update({ closed_at: 460, closed_no: 1 });
    expect((await exports.takeSnapshot(scope, 470)).ids).toEqual([]);
    expect(await exports.readFindings(scope, ids)).toHaveLength(1);
    await findings().update({ closed_at: null, closed_no: null });
  });

  it('know when a cluster was swept before, and what could not be judged', async () => {
    expect((await exports.listSweptAt(250)).get(CLUSTER)).toBe(200);
    expect((await exports.listSweptAt(99)).size).toBe(0);
    const gap = { cluster: CLUSTER, control_id: 'audit', reason: 'manual' };
    await stores.knex('gaps').insert([
      { ...gap, since: 100, since_no: 1, until: 300, until_no: 3 },
      { ...gap, control_id: 'etcd', since: 300, since_no: 3 },
    ]);
    const at = async (time: number) =>
      (await stores.reader.listGaps([CLUSTER], time)).map(
        ({ control }) => control,
      );
    expect(await at(99)).toEqual([]);
    expect(await at(299)).toEqual(['audit']);
    expect(await at(300)).toEqual(['etcd']);
    expect(await stores.reader.listGaps(['other'], 300)).toEqual([]);
  });

  it('tell keys that are stable', async () => {
    const scope = aScope({ type: 'entity', ref: WEB });
    const { ids } = await exports.takeSnapshot(scope, 450);
    const [{ key }] = await exports.readFindings(scope, ids);
    expect(key).toBe(findingKeyOf('host', 'web'));
  });
});
