import { Knex } from 'knex';
import { EntityOrder } from 'backstage-plugin-security-posture-common';
import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  HOUR,
  MEDIUM,
  NOW,
  settings,
  talliesBut,
} from '../views/__testUtils__/samples';
import { listedEntity } from '../views/__testUtils__/listedEntity';
import { fillRolledUp, rollUpAll } from './__testUtils__/rolledUp';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseOrganisationReader } from './DatabaseOrganisationReader';
import { EntityFilter, ListedEntity } from './OrganisationReader';
import { Visibility } from './operations/visibleRefs';
import { ClusterRecord, EntityPostureRecord, PosturePart } from './records';

const databases = testDatabases();
const UNMAPPED = { annotated: false };
const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };

/** Postures that differ in what decides on readiness. */
const TALLIES: Readonly<Record<string, PosturePart['tallies']>> = {
  clean: talliesBut(),
  critical: talliesBut({ [CRITICAL]: { ...NONE, fail: { critical: 2 } } }),
  high: talliesBut({ [HIGH]: { ...NONE, fail: { high: 1 } } }),
  medium: talliesBut({ [MEDIUM]: { ...NONE, fail: { medium: 3 }, stale: 1 } }),
  unjudged: Object.fromEntries(
    Object.keys(settings.profile.severities).map(control => [
      control,
      { ...NONE, notEvaluated: 1, fail: {} },
    ]),
  ),
};

function theCompany(): readonly EntityPostureRecord[] {
  const homes = [['prod-eu'], ['staging'], ['prod-eu', 'staging'], ['prod-us']];
  const combined = Object.entries(TALLIES).flatMap(([name, tallies]) =>
    homes.map((home, index) =>
      entityIn(`${name}-${index}`, home, [
        aPart({ cluster: home[0], subjects: 2, tallies }),
      ]),
    ),
  );
  return [
    ...combined,
    entityIn('nowhere', ['prod-eu'], []),
    entityIn('silent', ['prod-us'], []),
    entityIn('users-only', ['lab'], []),
    {
      ...anEntity({ entityRef: refOf('unmapped'), parts: [] }),
      mapping: UNMAPPED,
    },
  ];
}

function refOf(name: string): string {
  return `component:default/${name}`;
}

function entityIn(
  name: string,
  clusters: readonly string[],
  parts: readonly PosturePart[],
): EntityPostureRecord {
  const { mapping } = anEntity();
  return anEntity({
    entityRef: refOf(name),
    owner: name.startsWith('c') ? 'group:default/Core' : 'group:default/rest',
    ...(name === 'medium-0' ? { title: 'Über 100% _safe_' } : {}),
    ...(name.startsWith('high')
      ? { system: 'system:default/Shop', lifecycle: 'production' }
      : {}),
    mapping: { ...mapping, query: { ...mapping.query!, clusters } },
    parts,
  });
}

const CLUSTERS: Readonly<Record<string, readonly ClusterRecord[]>> = {
  'all fresh': [aCluster(), aCluster({ name: 'staging' })],
  'one stale': [
    aCluster(),
    aCluster({ name: 'staging', lastSuccessAt: NOW - 25 * HOUR }),
    aDeadCluster(),
    aCluster({
      name: 'lab',
      state: 'needsUserCredentials',
      sweepNo: 0,
      lastSuccessAt: undefined,
    }),
  ],
  'one production': [
    aCluster({ production: true }),
    aCluster({ name: 'staging', lastSuccessAt: NOW - 25 * HOUR }),
    aDeadCluster({ production: true }),
  ],
};

describe.each(databases.ids)('postures of entities on %s', databaseId => {
  async function fill(
    clusters: readonly ClusterRecord[],
    entities = theCompany(),
  ): Promise<Knex> {
    const knex = await databases.open(databaseId);
    await fillRolledUp(knex, { clusters, entities }, NOW);
    return knex;
  }

  async function list(
    knex: Knex,
    {
      filter = {},
      order = 'name',
      visibility = 'all',
    }: {
      filter?: EntityFilter;
      order?: EntityOrder;
      visibility?: Visibility;
    } = {},
  ) {
    return new DatabaseOrganisationReader(knex).listEntityPostures({
      visibility,
      filter,
      order,
      offset: 0,
      limit: 500,
      now: NOW,
      thresholds: settings.thresholds,
    });
  }

  it.each(Object.entries(CLUSTERS))(
    'say in lists what the page of each entity says: %s',
    async (_, clusters) => {
      const entities = theCompany();
      const { items } = await list(await fill(clusters, entities));
      const byRef = new Map(items.map(item => [item.entityRef, item]));
      const known = entities.map(({ parts, ...entity }) => ({
        ...entity,
        parts: parts.filter(({ cluster }) =>
          clusters.some(({ name }) => name === cluster),
        ),
      }));
      for (const record of known)
        expect(byRef.get(record.entityRef)).toEqual(
          listedEntity(record, clusters),
        );
      expect(items).toHaveLength(entities.length);
    },
  );

  it('add up to the numbers of the organisation', async () => {
    const knex = await fill(CLUSTERS['one stale']);
    const { items } = await list(knex);
    const numbers = await new DatabaseOrganisationReader(knex).summarise(
      'all',
      { now: NOW, thresholds: settings.thresholds },
    );
    const count = (keep: (item: ListedEntity) => boolean) =>
      items.filter(keep).length;
    const judged = (readiness: string) =>
      count(item => item.state === 'judged' && item.readiness === readiness);
    expect(numbers.entities).toEqual({
      total: items.length,
      ready: judged('ready'),
      notReady: judged('notReady'),
      unknown: judged('unknown'),
      noPosture: count(item => item.state !== 'judged'),
    });
    const sum = (of: (item: ListedEntity) => number) =>
      items.reduce((all, item) => all + of(item), 0);
    expect(numbers.open.critical).toBe(sum(item => item.open.critical));
    expect(numbers.open.medium).toBe(sum(item => item.open.medium));
    expect(numbers.blocking.high).toBe(sum(item => item.blocking.high));
    expect(numbers.partial).toBe(false);
  });

  it.each<[string, Visibility, boolean]>([
    ['everything', 'all', false],
    ['nothing', 'none', true],
    ['some', new Set([refOf('clean-0'), refOf('no-such')]), true],
    ['all by name', new Set(theCompany().map(one => one.entityRef)), false],
  ])(
    'count only what the caller sees, who sees %s',
    async (_, visibility, partial) => {
      const knex = await fill(CLUSTERS['all fresh']);
      const page = await list(knex, { visibility });
      const seen = theCompany().filter(
        ({ entityRef }) =>
          visibility === 'all' ||
          (visibility !== 'none' && visibility.has(entityRef)),
      );
      expect(page.total).toBe(seen.length);
      expect(page.items.map(({ entityRef }) => entityRef).sort()).toEqual(
        seen.map(({ entityRef }) => entityRef).sort(),
      );
      expect(page.partial).toBe(partial);
      const numbers = await new DatabaseOrganisationReader(knex).summarise(
        visibility,
        { now: NOW, thresholds: settings.thresholds },
      );
      expect(numbers).toMatchObject({
        entities: { total: seen.length },
        partial,
      });
    },
  );

  it.each<[string, EntityFilter, (item: ListedEntity) => boolean]>([
    [
      'those that are ready',
      { readiness: ['ready'] },
      item => item.readiness === 'ready',
    ],
    [
      'a part of a name',
      { search: 'RITICAL' },
      item => /critical/.test(item.entityRef),
    ],
    ['no sign of SQL in names', { search: 'medium_' }, () => false],
    [
      'signs of SQL in a title',
      { search: '100% _safe_' },
      item => item.title !== undefined,
    ],
    [
      'an owner in any case',
      { owner: 'group:default/core' },
      item => item.owner === 'group:default/Core',
    ],
    [
      'a group above their owner',
      { owner: 'group:default/all' },
      item => item.entityRef === refOf('high-1'),
    ],
    [
      'a system',
      { system: 'system:default/shop' },
      item => item.system === 'system:default/Shop',
    ],
    [
      'a lifecycle',
      { lifecycle: 'Production' },
      item => item.lifecycle === 'production',
    ],
    [
      'a control that fails',
      { control: CRITICAL },
      item => item.open.critical > 0,
    ],
    ['a control that there is not', { control: 'no-such' }, () => false],
    [
      'what is not known of them',
      { evidence: ['notMapped', 'noWorkloads'] },
      item => ['notMapped', 'noWorkloads'].includes(item.state),
    ],
    [
      'too little that was judged',
      { evidence: ['lowCoverage'] },
      item =>
        item.state === 'judged' &&
        item.readiness === 'unknown' &&
        !item.clusters.includes('prod-us'),
    ],
  ])('are kept by %s', async (_, filter, kept) => {
    const knex = await fill(CLUSTERS['all fresh']);
    await knex('entity_scopes').insert({
      entity_ref: refOf('high-1'),
      scope_ref: 'group:default/all',
      depth: 2,
    });
    const all = (await list(knex)).items;
    const page = await list(knex, { filter });
    expect(page.items).toEqual(all.filter(kept));
    expect(page.total).toBe(page.items.length);
  });

  it.each<[EntityOrder, (item: ListedEntity) => readonly (number | string)[]]>([
    ['worst', item => [posture(item), item.effective ?? 101]],
    ['score', item => [unjudged(item), item.effective ?? 101]],
    [
      'critical',
      item => [
        unjudged(item),
        -item.blocking.critical,
        -item.blocking.high,
        item.effective ?? 101,
      ],
    ],
    [
      'name',
      item => [(item.title ?? item.entityRef.split('/')[1]).toLowerCase()],
    ],
  ])('are sorted by %s', async (order, keysOf) => {
    const { items } = await list(await fill(CLUSTERS['one production']), {
      order,
    });
    const sorted = [...items].sort((left, right) =>
      compare(
        [...keysOf(left), left.entityRef],
        [...keysOf(right), right.entityRef],
      ),
    );
    expect(items.map(one => one.entityRef)).toEqual(
      sorted.map(one => one.entityRef),
    );
  });

  it('are not touched again where nothing changed', async () => {
    const knex = await fill(CLUSTERS['all fresh']);
    const before = await knex('postures').orderBy('scope_ref');
    const days = await knex('posture_days').orderBy('scope_ref');
    await rollUpAll(knex, NOW + HOUR);
    expect(await knex('postures').orderBy('scope_ref')).toEqual(before);
    expect(await knex('posture_days').orderBy('scope_ref')).toEqual(days);
    expect(before).toHaveLength(theCompany().length + 2);
  });
});

function unjudged(item: ListedEntity): number {
  return item.state === 'judged' ? 0 : 1;
}

function posture(item: ListedEntity): number {
  if (item.state !== 'judged') return 3;
  return ['notReady', 'unknown', 'ready'].indexOf(item.readiness);
}

function compare(
  left: readonly (number | string)[],
  right: readonly (number | string)[],
): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at < 0) return 0;
  return left[at] < right[at] ? -1 : 1;
}
