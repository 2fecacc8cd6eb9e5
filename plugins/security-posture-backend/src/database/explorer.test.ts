import { DatabaseFindingsExplorer } from './DatabaseFindingsExplorer';
import {
  ExplorerFilter,
  ExplorerOrder,
  ExplorerPosition,
  ExplorerQuery,
} from './FindingsExplorer';
import { openStores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aLink,
  CLUSTER,
  notJudged,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { Visibility } from './operations/visibleRefs';

const WEB = 'component:default/web';
const API = 'component:default/api';

const databases = testDatabases();

describe.each(databases.ids)('the findings explorer on %s', databaseId => {
  /**
   * `web` belongs to the entity web, `api` to web and api, `worker` to nobody. A sweep that began at 300 is on its way.
   */
  async function anExplorer() {
    const stores = await openStores(() => databases.open(databaseId));
    const low = aFail('low', { severity: 'low' });
    const critical = aFail('root', { severity: 'critical' });
    await stores.sweep({ subjects: [aChange('web', [low])] }, 100);
    await stores.sweep(
      {
        subjects: [
          aChange('web', [low, critical, notJudged('seen')]),
          aChange('api', [critical]),
          aChange('worker', [low]),
        ],
      },
      200,
    );
    await stores.sweep(
      { subjects: [aChange('api', [notJudged('root')])] },
      250,
    );
    const [web, api] = await stores.idsOf('web', 'api');
    await stores.saveLinks(
      [aLink('web', [web, api]), aLink('api', [api])],
      210,
    );
    await stores.knex('entity_scopes').insert([
      { entity_ref: WEB, scope_ref: 'group:default/shop', depth: 0 },
      { entity_ref: API, scope_ref: 'group:default/shop', depth: 1 },
      { entity_ref: API, scope_ref: 'system:default/store', depth: 0 },
    ]);
    await stores.knex('exemptions').insert({
      id: 'x1',
      scope: 'workload',
      control_id: 'low',
      severity: 'low',
      subject_id: web,
      entity_ref: WEB,
      cluster: CLUSTER,
      category: 'accepted',
      reason: 'because',
      state: 'approved',
      source: 'request',
      requested_by: 'user:default/olivia',
      requested_at: 1,
      expires_at: 1000,
      version: 1,
    });
    const ticket = await stores.begin(300);
    await stores.sweeps.saveSubjects(
      ticket,
      [aChange('new', [critical]), aChange('worker', [critical])],
      300,
    );
    return {
      stores,
      explorer: new DatabaseFindingsExplorer(stores.knex),
    };
  }

  function aQuery(over: Partial<ExplorerQuery> = {}): ExplorerQuery {
    return {
      visibility: 'all',
      unowned: true,
      filter: {},
      order: 'control',
      limit: 50,
      now: 300,
      ...over,
    };
  }

  async function found(over: Partial<ExplorerQuery>) {
    const { explorer } = await anExplorer();
    const { items, total, next } = await explorer.explore(aQuery(over));
    expect(total).toBe(items.length);
    expect(next).toBeUndefined();
    return items.map(({ control, subject }) => `${control} ${subject.name}`);
  }

  const EVERYTHING = [
    'low web',
    'low worker',
    'root web',
    'root api',
    'seen web',
  ];

  it.each<[string, Visibility, boolean, string[]]>([
    ['everything', 'all', true, EVERYTHING],
    [
      'what belongs to entities',
      'all',
      false,
      EVERYTHING.filter(text => !text.includes('worker')),
    ],
    ['what belongs to visible entities', new Set([API]), false, ['root api']],
    [
      'that and what belongs to nobody',
      new Set([API]),
      true,
      ['low worker', 'root api'],
    ],
    ['what belongs to nobody', 'none', true, ['low worker']],
    ['nothing', 'none', false, []],
  ])('shows %s', async (_, visibility, unowned, expected) => {
    expect(await found({ visibility, unowned })).toEqual(expected);
  });

  it.each<[string, ExplorerFilter, string[]]>([
    ['outcome', { outcomes: ['notEvaluated'] }, ['seen web']],
    ['severity', { severities: ['critical'] }, ['root web', 'root api']],
    ['no severity', { severities: [] }, []],
    ['control', { controls: ['low'] }, ['low web', 'low worker']],
    ['cluster', { clusters: ['other'] }, []],
    ['namespace', { namespaces: ['shop'] }, EVERYTHING],
    ['another namespace', { namespaces: ['kube-system'] }, []],
    ['entity', { entityRef: API }, ['root api']],
    [
      'group',
      { scopeRefs: ['group:default/shop'] },
      EVERYTHING.filter(text => !text.includes('worker')),
    ],
    ['system', { scopeRefs: ['system:default/store'] }, ['root api']],
    [
      'group and system',
      { scopeRefs: ['group:default/shop', 'system:default/store'] },
      ['root api'],
    ],
    ['production', { production: true }, EVERYTHING],
    ['no production', { production: false }, []],
    ['exempted ones', { exempted: true }, ['low web']],
    ['others', { exempted: false }, EVERYTHING.slice(1)],
    ['time', { since: 101 }, EVERYTHING.slice(1)],
    ['the moment itself', { since: 100 }, EVERYTHING],
    ['stale ones', { stale: true }, ['root api']],
    [
      'fresh ones',
      { stale: false },
      EVERYTHING.filter(text => text !== 'root api'),
    ],
    ['name', { search: { text: 'WORK', controls: [] } }, ['low worker']],
    ['no wildcard', { search: { text: 'w%r', controls: [] } }, []],
    ['no placeholder', { search: { text: 'a_i', controls: [] } }, []],
    [
      'control or name',
      { search: { text: 'api', controls: ['seen'] } },
      ['root api', 'seen web'],
    ],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await found({ filter })).toEqual(expected);
  });

  it('filters by entities that the caller sees only', async () => {
    const filter = { entityRef: WEB };
    expect(await found({ filter, visibility: new Set([API]) })).toEqual([]);
  });

  it.each<[string, string[], string, string[]]>([
    ['hidden, and above the owner', [API], 'group:default/shop', []],
    ['shown', [API, 'group:default/shop'], 'group:default/shop', ['root api']],
    ['hidden, and named', [API], 'system:default/store', ['root api']],
  ])(
    'filters by a scope that is %s',
    async (_, visible, scopeRef, expected) => {
      const filter = { scopeRefs: [scopeRef] };
      const visibility = new Set(visible);
      expect(await found({ filter, visibility })).toEqual(expected);
    },
  );

  it.each<[ExplorerOrder, string[]]>([
    ['severity', ['root web', 'root api', 'seen web', 'low web', 'low worker']],
    ['newest', ['root api', 'low worker', 'seen web', 'root web', 'low web']],
    ['oldest', ['low web', 'root web', 'seen web', 'low worker', 'root api']],
    ['control', EVERYTHING],
  ])('orders by %s, and pages alike', async (order, expected) => {
    const { explorer } = await anExplorer();
    const names: string[] = [];
    let after: ExplorerPosition | undefined;
    do {
      const { items, total, next } = await explorer.explore(
        aQuery({ order, limit: 2, ...(after ? { after } : {}) }),
      );
      expect(total).toBe(5);
      names.push(
        ...items.map(({ control, subject }) => `${control} ${subject.name}`),
      );
      after = next;
    } while (after);
    expect([...names].sort()).toEqual([...expected].sort());
    expect(names[0]).toBe(expected[0]);
    expect(names).toEqual(await found({ order }));
  });

  it('names the entities that the caller sees, and says what is exempted for them', async () => {
    const { explorer } = await anExplorer();
    const entitiesOf = async (over: Partial<ExplorerQuery>) =>
      (await explorer.explore(aQuery(over))).items.map(
        ({ control, entityRefs, exempted }) =>
          [control, ...entityRefs, exempted].join(' '),
      );
    const filter = { controls: ['root', 'low'] };
    expect(await entitiesOf({ filter })).toEqual([
      `low ${WEB} true`,
      'low false',
      `root ${WEB} false`,
      `root ${API} ${WEB} false`,
    ]);
    expect(await entitiesOf({ filter, visibility: new Set([API]) })).toEqual([
      'low false',
      `root ${API} false`,
    ]);
    expect(await entitiesOf({ filter, now: 1000 })).toContain(
      `low ${WEB} false`,
    );
  });

  it('hides what is in a cluster that is gone', async () => {
    const { stores, explorer } = await anExplorer();
    await stores
      .knex('clusters')
      .where({ name: CLUSTER })
      .update({ gone_at: 1 });
    const { items, total } = await explorer.explore(aQuery());
    expect([items, total]).toEqual([[], 0]);
  });

  it('does not show a workload to an entity that lost it', async () => {
    const { stores, explorer } = await anExplorer();
    const ids = await stores.idsOf('web', 'api');
    await stores.saveLinks([aLink('web', []), aLink('api', ids)], 400);
    const { items } = await explorer.explore(
      aQuery({ visibility: new Set([WEB]), unowned: false }),
    );
    expect(items).toEqual([]);
  });
});
