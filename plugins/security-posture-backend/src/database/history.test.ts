import {
  EventRecord,
  FindingChangeRecord,
  PastScope,
  Period,
} from './HistoryReader';
import { openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aPass,
  aSubject,
  CLUSTER,
  findingKeyOf,
  keyOf,
  notJudged,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseHistoryReader } from './DatabaseHistoryReader';
import { Visibility } from './operations/visibleRefs';

const WEB = 'component:default/web';
const SHOP = 'group:default/shop';
const ALL = { offset: 0, limit: 100 };
const ENTITY: PastScope = { type: 'entity', ref: WEB };

const databases = testDatabases();

function clusterAs(visibility: Visibility): PastScope {
  return { type: 'cluster', ref: CLUSTER, visibility };
}

function shopAs(visibility: Visibility): PastScope {
  return { type: 'group', ref: SHOP, visibility };
}

describe.each(databases.ids)('the past on %s', databaseId => {
  /**
   * 100: `web` and `worker` fail `privileged`; 110: the entity has `web`; 200: the evidence differs, and `web` fails `host`;
   * 300: `web` passes `privileged`; 400: `api` comes; 410: the entity has it too; 500: `web` goes; 510: and with it its link;
   * 520: the entity loses `api`; 600: a sweep that is never published ends everything.
   */
  async function aPast(): Promise<{
    stores: Stores;
    history: DatabaseHistoryReader;
  }> {
    const stores = await openStores(() => databases.open(databaseId));
    const sweep = (time: number, ...subjects: ReturnType<typeof aChange>[]) =>
      stores.sweep({ subjects }, time);
    const link = (time: number, ...names: string[]) =>
      stores.link('web', names.map(keyOf), time);
    await sweep(
      100,
      aChange('web', [aFail('privileged')]),
      aChange('worker', [aFail('privileged')]),
    );
    await link(110, 'web');
    const other = aFail('privileged', { actual: 'other' });
    const host = aFail('host', { severity: 'critical' });
    await sweep(200, aChange('web', [other, host]));
    await sweep(300, aChange('web', [aPass('privileged'), host]));
    await sweep(400, aChange('api', [aFail('host')]));
    await link(410, 'web', 'api');
    await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 500);
    await link(510, 'api');
    await link(520);
    const ticket = await stores.begin(600);
    const known = await stores.sweeps.listSubjects(CLUSTER);
    const ids = [...known.values()].map(({ id }) => id);
    await stores.sweeps.closeGone(ticket, ids, 600);
    await stores.sweeps.saveSubjects(
      ticket,
      [aChange('new', [aFail('host')])],
      600,
    );
    return { stores, history: new DatabaseHistoryReader(stores.knex) };
  }

  describe('findings at a time', () => {
    it.each<[string, number, string[]]>([
      ['before the first sweep', 99, []],
      ['after it, before the entity had the workload', 109, []],
      ['from the moment on at which it had it', 110, ['privileged web true']],
      [
        'from the moment of a sweep on',
        200,
        ['host web true', 'privileged web other'],
      ],
      ['without what passes', 300, ['host web true']],
      ['without what another workload fails', 409, ['host web true']],
      ['with what it fails', 410, ['host web true', 'host api true']],
      ['without a workload that is gone', 500, ['host api true']],
      ['without a workload that is another entity’s', 520, []],
    ])('%s', async (_, at, expected) => {
      const { history } = await aPast();
      const { items, total } = await history.listFindingsAt(ENTITY, at, ALL);
      expect(
        items.map(
          ({ control, subject, violations: [{ actual }] }) =>
            `${control} ${subject.name} ${actual}`,
        ),
      ).toEqual(expected);
      expect(total).toBe(expected.length);
    });

    it('do not know yet what closed them', async () => {
      const { history } = await aPast();
      const { items } = await history.listFindingsAt(ENTITY, 299, ALL);
      for (const finding of items) {
        expect(finding.closedAt).toBeUndefined();
        expect(finding.closedBecause).toBeUndefined();
      }
    });

    it('come in pages', async () => {
      const { history } = await aPast();
      const page = { offset: 1, limit: 1 };
      const { items, total } = await history.listFindingsAt(ENTITY, 410, page);
      expect(items.map(({ subject }) => subject.name)).toEqual(['api']);
      expect(total).toBe(2);
    });

    it('show nothing of a sweep that is not published', async () => {
      const { history } = await aPast();
      const { items } = await history.listFindingsAt(
        clusterAs('all'),
        700,
        ALL,
      );
      expect(
        items.map(({ control, subject }) => `${control} ${subject.name}`),
      ).toEqual(['host api', 'privileged worker']);
    });
  });

  describe('of a cluster', () => {
    it.each<[string, Visibility, string[]]>([
      ['sees all', 'all', ['web', 'worker']],
      ['sees no entity', 'none', ['worker']],
      ['sees its entity', new Set([WEB]), ['web', 'worker']],
      ['sees others', new Set(['component:default/b']), ['worker']],
    ])('a caller who %s', async (_, visibility, expected) => {
      const { history } = await aPast();
      const { items } = await history.listFindingsAt(
        clusterAs(visibility),
        150,
        ALL,
      );
      expect(items.map(({ subject }) => subject.name)).toEqual(expected);
    });
  });

  describe('changes of findings', () => {
    function words({
      change,
      because,
      at,
      finding,
      before,
    }: FindingChangeRecord) {
      const was = before ? ` was ${before.violations[0].actual}` : '';
      return `${at} ${finding.control} ${finding.subject.name} ${change}: ${because}${was}`;
    }

    async function changes(scope: PastScope, period: Period) {
      const { history } = await aPast();
      const { items, counts } = await history.listFindingChanges(
        scope,
        period,
        ALL,
      );
      expect(items).toHaveLength(
        counts.opened + counts.closed + counts.changed,
      );
      return items.map(words);
    }

    it.each<[string, number, number, string[]]>([
      ['nothing', 110, 199, []],
      ['a time with itself', 200, 200, []],
      [
        'evidence that changes, and what opens',
        150,
        200,
        [
          '200 host web opened: opened',
          '200 privileged web changed: changed was true',
        ],
      ],
      [
        'what passes',
        150,
        300,
        ['200 host web opened: opened', '300 privileged web closed: passed'],
      ],
      [
        'what began and ended in between not at all',
        109,
        300,
        ['200 host web opened: opened'],
      ],
      [
        'what comes with a workload',
        399,
        410,
        ['410 host api opened: workloadNew'],
      ],
      [
        'a workload that is gone',
        499,
        511,
        ['500 host web closed: subjectGone'],
      ],
      [
        'a workload that is another entity’s',
        511,
        520,
        ['520 host api closed: workloadGone'],
      ],
      ['what is not published not at all', 520, 700, []],
    ])('say %s', async (_, from, to, expected) => {
      expect(await changes(ENTITY, { from, to })).toEqual(expected);
    });

    it('of a cluster are of all that is in it', async () => {
      const period = { from: 99, to: 350 };
      expect(await changes(clusterAs('all'), period)).toEqual([
        '200 host web opened: opened',
        '100 privileged worker opened: workloadNew',
      ]);
      expect(await changes(clusterAs('none'), period)).toEqual([
        '100 privileged worker opened: workloadNew',
      ]);
    });

    it('of a group are of those of its entities that the caller sees, each once', async () => {
      const { stores, history } = await aPast();
      const [web] = await stores.idsOf('web');
      await stores.knex('entity_scopes').insert([
        { entity_ref: WEB, scope_ref: SHOP, depth: 0 },
        { entity_ref: 'component:default/b', scope_ref: SHOP, depth: 1 },
      ]);
      await stores.knex('entity_subjects').insert({
        entity_ref: 'component:default/b',
        subject_id: web,
        valid_from: 250,
        valid_to: null,
      });
      const period = { from: 150, to: 260 };
      const of = async (visibility: Visibility) =>
        (
          await history.listFindingChanges(shopAs(visibility), period, ALL)
        ).items.map(words);
      expect(await of('all')).toEqual([
        '200 host web opened: opened',
        '200 privileged web changed: changed was true',
      ]);
      expect(await of(new Set(['component:default/b']))).toEqual([
        '250 host web opened: workloadNew',
        '250 privileged web opened: workloadNew',
      ]);
      expect(await of('none')).toEqual([]);
    });
  });

  it('of workloads says which came and went', async () => {
    const { history } = await aPast();
    const names = async (scope: PastScope, from: number, to: number) => {
      const { added, gone } = await history.listWorkloadChanges(
        scope,
        { from, to },
        1,
      );
      return [added, gone].map(({ items, total }) => [
        ...items.map(({ subject }) => subject.name),
        total,
      ]);
    };
    expect(await names(ENTITY, 300, 510)).toEqual([
      ['api', 1],
      ['web', 1],
    ]);
    expect(await names(ENTITY, 109, 110)).toEqual([['web', 1], [0]]);
    expect(await names(clusterAs('all'), 99, 700)).toEqual([['api', 2], [0]]);
    expect(await names(clusterAs('none'), 99, 700)).toEqual([
      ['worker', 1],
      [0],
    ]);
  });

  describe('events', () => {
    const period = { from: 0, to: 1000 };

    function words({ at, what, because, finding, subject }: EventRecord) {
      return [at, what, finding?.control, subject?.name, because]
        .filter(Boolean)
        .join(' ');
    }

    const EXPECTED = [
      '520 workloadGone api',
      '510 workloadGone web',
      '410 workloadNew api',
      '300 findingClosed privileged web passed',
      '200 findingChanged privileged web',
      '200 findingOpened host web',
      '110 workloadNew web',
    ];

    it('tell what happened, newest first', async () => {
      const { history } = await aPast();
      const events = await history.listEvents(ENTITY, period, { limit: 50 });
      expect(events.map(words).sort()).toEqual([...EXPECTED].sort());
      expect(events.map(({ at }) => at)).toEqual(
        EXPECTED.map(text => Number(text.split(' ')[0])),
      );
    });

    it.each([1, 2, 3])('come in pages of %d', async limit => {
      const { history } = await aPast();
      const all = await history.listEvents(ENTITY, period, { limit: 50 });
      const paged: EventRecord[] = [];
      for (;;) {
        const after = paged[paged.length - 1]?.position;
        const page = await history.listEvents(ENTITY, period, {
          limit,
          ...(after ? { after } : {}),
        });
        if (page.length === 0) break;
        paged.push(...page);
      }
      expect(paged).toEqual(all);
    });

    it('tell of the period only', async () => {
      const { history } = await aPast();
      const events = await history.listEvents(
        ENTITY,
        { from: 110, to: 300 },
        { limit: 50 },
      );
      expect(events.map(({ at }) => at)).toEqual([300, 200, 200]);
    });

    it('tell apart what could not be judged from what fails', async () => {
      const stores = await openStores(() => databases.open(databaseId));
      const history = new DatabaseHistoryReader(stores.knex);
      const sweep = (time: number, finding: ReturnType<typeof aFail>) =>
        stores.sweep({ subjects: [aChange('web', [finding])] }, time);
      await sweep(100, aPass('privileged'));
      await stores.link('web', [keyOf('web')], 110);
      await sweep(200, notJudged('privileged'));
      await sweep(300, notJudged('privileged', 'parseError'));
      await sweep(400, aFail('privileged'));
      await sweep(500, aFail('privileged', { actual: 'other' }));
      await sweep(600, aPass('privileged'));
      const events = await history.listEvents(ENTITY, period, { limit: 50 });
      expect(
        events
          .filter(({ finding }) => finding)
          .map(event => `${words(event)} ${event.finding!.outcome}`)
          .sort(),
      ).toEqual([
        '200 findingOpened privileged web notEvaluated',
        '300 findingChanged privileged web notEvaluated',
        '400 findingClosed privileged web changed notEvaluated',
        '400 findingOpened privileged web fail',
        '500 findingChanged privileged web fail',
        '600 findingClosed privileged web passed fail',
      ]);
    });

    it('of days are the gravest few, with how many there are', async () => {
      const { history } = await aPast();
      const days = await history.listDayEvents(
        ENTITY,
        { from: 0, to: 86_400_000 },
        1,
      );
      expect(
        days.map(({ day, events, total }) => [
          day,
          total,
          ...events.map(words).sort(),
        ]),
      ).toEqual([
        [
          '1970-01-01',
          7,
          '200 findingOpened host web',
          '300 findingClosed privileged web passed',
          '410 workloadNew api',
          '520 workloadGone api',
        ],
      ]);
    });

    it('of days are told apart by day, in UTC', async () => {
      const { stores, history } = await aPast();
      const noon = Date.parse('2026-11-12T12:00:00Z');
      const change = {
        scope_type: 'entity',
        scope_ref: WEB,
        what: 'exemptionApproved',
      };
      const hours = [-13, -12, 0, 11.9, 12];
      await stores
        .knex('changes')
        .insert(
          hours.map(hour => ({ ...change, at: noon + hour * 3_600_000 })),
        );
      const days = await history.listDayEvents(
        ENTITY,
        { from: noon - 86_400_000, to: noon + 86_400_000 },
        2,
      );
      expect(days.map(({ day, total }) => [day, total])).toEqual([
        ['2026-11-11', 1],
        ['2026-11-12', 3],
        ['2026-11-13', 1],
      ]);
      expect(days[1].events).toHaveLength(2);
    });

    it('tell of other images to those who had the workload then', async () => {
      const { stores, history } = await aPast();
      const change = { scope_type: 'subject', what: 'imageChanged' };
      await stores.knex('changes').insert([
        { ...change, at: 105, scope_ref: keyOf('web'), to: 'web:0' },
        { ...change, at: 250, scope_ref: keyOf('web'), to: 'web:1' },
        { ...change, at: 250, scope_ref: keyOf('worker'), to: 'worker:1' },
        { ...change, at: 515, scope_ref: keyOf('web'), to: 'web:2' },
      ]);
      const told = async (scope: PastScope) =>
        (await history.listChanges(scope, period, 10)).map(
          ({ at, what, subject, to }) => `${at} ${what} ${subject?.name} ${to}`,
        );
      expect(await told(ENTITY)).toEqual(['250 imageChanged web web:1']);
      const events = await history.listEvents(ENTITY, period, { limit: 50 });
      expect(events.filter(({ to }) => to === 'web:1')).toHaveLength(1);
      expect(await told(clusterAs('none'))).toEqual([
        '250 imageChanged worker worker:1',
      ]);
      expect(await told(clusterAs('all'))).toEqual([
        '105 imageChanged web web:0',
        '250 imageChanged web web:1',
        '250 imageChanged worker worker:1',
      ]);
    });

    it('tell what happened to the clusters of an entity, and to all', async () => {
      const { stores, history } = await aPast();
      const change = { scope_type: 'cluster', scope_ref: CLUSTER, at: 700 };
      await stores.knex('cluster_sets').insert({ id: 'x', cluster: CLUSTER });
      await stores.knex('changes').insert([
        { ...change, what: 'clusterUnreachable', to: 'unreachable' },
        { ...change, what: 'clusterAnswers', scope_ref: 'other' },
        {
          ...change,
          what: 'libraryChanged',
          scope_type: 'all',
          scope_ref: 'all',
          from: '1',
          to: '2',
        },
        {
          ...change,
          what: 'profileChanged',
          scope_type: 'all',
          scope_ref: 'all',
          to: '1.0',
        },
        {
          ...change,
          what: 'exempted',
          scope_type: 'entity',
          scope_ref: 'component:default/b',
        },
      ]);
      const since = { from: 600, to: 700 };
      const told = async (scope: PastScope) =>
        (await history.listChanges(scope, since, 10)).map(({ what }) => what);
      expect(await told(ENTITY)).toEqual(['libraryChanged']);
      await stores.knex('entities').update({ cluster_set: 'x' });
      expect(await told(ENTITY)).toEqual([
        'clusterUnreachable',
        'libraryChanged',
      ]);
      expect(await told(clusterAs('all'))).toEqual([
        'clusterUnreachable',
        'libraryChanged',
      ]);
      await stores.knex('entity_scopes').insert({
        entity_ref: 'component:default/b',
        scope_ref: SHOP,
        depth: 0,
      });
      expect(await told(shopAs('all'))).toEqual(['libraryChanged', 'exempted']);
      expect(await told(shopAs('none'))).toEqual(['libraryChanged']);
    });
  });

  it('of a finding is its episodes, newest first', async () => {
    const { history } = await aPast();
    const key = findingKeyOf('privileged', 'web');
    const episodes = await history.listEpisodes(key, 10);
    expect(
      episodes.map(({ openedAt, openSince, closedAt, closedBecause }) => [
        openedAt,
        openSince,
        closedAt,
        closedBecause,
      ]),
    ).toEqual([
      [200, 100, 300, 'passed'],
      [100, 100, 200, 'changed'],
    ]);
    expect(await history.listEpisodes(key, 1)).toEqual(episodes.slice(0, 1));
    const unpublished = findingKeyOf('host', 'new');
    expect(await history.listEpisodes(unpublished, 10)).toEqual([]);
    const { type, ...subject } = aSubject('web');
    expect(episodes[0].subject).toEqual(subject);
  });

  describe('days', () => {
    const counts = {
      open: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
      exempted: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      blocking: { critical: 1, high: 0 },
      subjects: 2,
    };

    function aDay(ref: string, day: string, effective: number | null) {
      return {
        scope_type: 'entity',
        scope_ref: ref,
        profile: 'workload@1.0',
        day,
        raw: effective,
        effective,
        coverage: 0.5,
        counts: JSON.stringify(counts),
        library: '1',
      };
    }

    async function withDays() {
      const { stores, history } = await aPast();
      await stores
        .knex('posture_days')
        .insert([
          aDay(WEB, '2026-11-01', 10),
          aDay(WEB, '2026-11-05', 20),
          aDay('component:default/b', '2026-11-03', 5),
          aDay('component:default/c', '2026-11-03', null),
          aDay('component:default/d', '2026-11-09', 1),
        ]);
      await stores.knex('entity_scopes').insert(
        ['b', 'c', 'd', 'web'].map(name => ({
          entity_ref: `component:default/${name}`,
          scope_ref: SHOP,
          depth: 0,
        })),
      );
      return history;
    }

    it.each([
      ['before the first', '2026-10-31', undefined],
      ['of the first', '2026-11-01', 10],
      ['between two rows', '2026-11-04', 10],
      ['of the second', '2026-11-05', 20],
      ['after the last', '2026-12-24', 20],
    ])('%s', async (_, day, effective) => {
      const history = await withDays();
      const past = await history.readDay(ENTITY, day);
      const expected = { effective, ...counts, coverage: 0.5 };
      expect([past]).toMatchObject([effective && expected]);
    });

    it('of members are those of the caller, lowest first', async () => {
      const history = await withDays();
      const members = async (day: string, visibility: Visibility) =>
        (await history.listMembers(shopAs(visibility), day)).map(
          ({ entityRef, effective }) =>
            `${entityRef.split('/')[1]} ${effective}`,
        );
      expect(await members('2026-11-04', 'all')).toEqual([
        'b 5',
        'web 10',
        'c null',
      ]);
      expect(await members('2026-11-04', new Set([WEB]))).toEqual(['web 10']);
      expect(await members('2026-11-04', 'none')).toEqual([]);
      expect(await members('2026-10-01', 'all')).toEqual([]);
      expect(await history.listMembers(ENTITY, '2026-11-04')).toEqual([]);
    });
  });
});
