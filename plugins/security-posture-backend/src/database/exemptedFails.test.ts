import {
  anExemptionRow,
  insertExemptions,
  ofFinding,
} from './__testUtils__/exemptions';
import { openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aLink,
  CLUSTER,
  findingKeyOf,
  keyOf,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import {
  listExemptedClusterFails,
  listExemptedFails,
  listExemptedFailsOf,
} from './operations/exemptedFails';
import { ExemptionRow } from './tables';

const SHOP = 'component:default/shop';
const OTHER = 'component:default/other';

const SUBJECTS = [
  aChange('web', [
    aFail('privileged', { severity: 'high' }),
    aFail('host-network', { severity: 'high' }),
    aFail('host-port', { severity: 'medium', consequenceOf: 'host-network' }),
    aFail('socket', { severity: 'critical' }),
  ]),
  aChange('worker', [
    aFail('privileged', { severity: 'critical' }),
    aFail('host-network', { severity: 'high' }),
  ]),
  aChange('cron', [aFail('privileged', { severity: 'medium' })]),
];

const databases = testDatabases();

describe.each(databases.ids)('exempted fails on %s', databaseId => {
  /** `web` belongs to both entities, `worker` and `cron` to the shop only. */
  async function start(): Promise<Stores> {
    const stores = await openStores(() => databases.open(databaseId));
    await stores.sweep({ subjects: SUBJECTS }, 1000);
    const [web, worker, cron] = await stores.idsOf('web', 'worker', 'cron');
    await stores.saveLinks(
      [aLink('shop', [web, worker, cron]), aLink('other', [web])],
      1500,
    );
    return stores;
  }

  async function exempted(stores: Stores, now = 2000) {
    const fails = await listExemptedFails(stores.knex, [SHOP, OTHER], now);
    for (const ref of [SHOP, OTHER])
      expect(await listExemptedFailsOf(stores.knex, ref, now)).toEqual(
        fails.get(ref) ?? [],
      );
    const names = new Map(
      SUBJECTS.flatMap(({ findings, subject }) =>
        findings.map(({ control }) => [
          findingKeyOf(control, subject.name),
          `${control} of ${subject.name}`,
        ]),
      ),
    );
    return Object.fromEntries(
      [...fails].map(([entityRef, ofEntity]) => [
        entityRef,
        ofEntity.map(({ findingKey }) => names.get(findingKey)).sort(),
      ]),
    );
  }

  const both = (...fails: string[]) => ({ [SHOP]: fails, [OTHER]: fails });

  it.each<{
    name: string;
    rows: (
      ids: Record<'web' | 'worker' | 'cron', number>,
    ) => Partial<ExemptionRow>[];
    now?: number;
    expected: Record<string, string[]>;
  }>([
    {
      name: 'one finding, for every entity that its workload belongs to',
      rows: () => [ofFinding('privileged', 'web')],
      expected: both('privileged of web'),
    },
    {
      name: 'a critical finding by an exemption of this very finding',
      rows: () => [{ ...ofFinding('socket', 'web'), severity: 'critical' }],
      expected: both('socket of web'),
    },
    {
      name: 'no finding that became critical since it was exempted',
      rows: () => [{ ...ofFinding('socket', 'web'), severity: 'medium' }],
      expected: {},
    },
    {
      name: 'no finding whose evidence is another one by now',
      rows: () => [ofFinding('privileged', 'web', 'false')],
      expected: {},
    },
    {
      name: 'a control on a workload',
      rows: ({ cron }) => [{ scope: 'workload', subject_id: cron }],
      expected: { [SHOP]: ['privileged of cron'] },
    },
    {
      name: 'no critical finding by an exemption of a workload',
      rows: ({ worker }) => [{ scope: 'workload', subject_id: worker }],
      expected: {},
    },
    {
      name: 'a control on an entity, critical findings left out, and nothing for other entities',
      rows: () => [{ scope: 'entity', entity_ref: SHOP, cluster: null }],
      expected: { [SHOP]: ['privileged of cron', 'privileged of web'] },
    },
    {
      name: 'a consequence with its cause, on the same workload only',
      rows: ({ web }) => [
        { scope: 'workload', control_id: 'host-network', subject_id: web },
      ],
      expected: both('host-network of web', 'host-port of web'),
    },
    {
      name: 'a consequence with its cause on an entity, for this entity only',
      rows: () => [
        { scope: 'entity', control_id: 'host-network', entity_ref: OTHER },
      ],
      expected: { [OTHER]: ['host-network of web', 'host-port of web'] },
    },
    {
      name: 'no consequence by itself',
      rows: ({ web }) => [
        ofFinding('host-port', 'web'),
        { scope: 'workload', control_id: 'host-port', subject_id: web },
        { scope: 'entity', control_id: 'host-port', entity_ref: SHOP },
      ],
      expected: {},
    },
    {
      name: 'nothing by what is not approved',
      rows: () =>
        ['pending', 'denied', 'revoked', 'expired'].map(state => ({
          ...ofFinding('privileged', 'web'),
          state,
        })),
      expected: {},
    },
    {
      name: 'until just before an exemption ends',
      rows: () => [ofFinding('privileged', 'web')],
      now: 9999,
      expected: both('privileged of web'),
    },
    {
      name: 'nothing from the moment on at which an exemption ends',
      rows: () => [ofFinding('privileged', 'web')],
      now: 10_000,
      expected: {},
    },
  ])('covers $name', async ({ rows, now, expected }) => {
    const stores = await start();
    const [web, worker, cron] = await stores.idsOf('web', 'worker', 'cron');
    await insertExemptions(
      stores.knex,
      ...rows({ web, worker, cron }).map((row, index) =>
        anExemptionRow(`id-${index}`, row),
      ),
    );
    expect(await exempted(stores, now)).toEqual(expected);
  });

  it('names a fail once where several exemptions cover it, with the latest end', async () => {
    const stores = await start();
    const [web] = await stores.idsOf('web');
    await insertExemptions(
      stores.knex,
      anExemptionRow('short', ofFinding('privileged', 'web')),
      anExemptionRow('long', {
        scope: 'workload',
        subject_id: web,
        expires_at: 20_000,
      }),
      anExemptionRow('middle', {
        scope: 'entity',
        entity_ref: OTHER,
        expires_at: 15_000,
      }),
    );
    const fails = await listExemptedFails(stores.knex, [OTHER], 2000);
    expect([...fails]).toEqual([
      [
        OTHER,
        [
          {
            control: 'privileged',
            severity: 'high',
            cluster: CLUSTER,
            subjectId: web,
            findingKey: findingKeyOf('privileged', 'web'),
            until: 20_000,
            exemptionId: 'long',
          },
        ],
      ],
    ]);
  });

  it('says of a consequence what causes it', async () => {
    const stores = await start();
    await insertExemptions(
      stores.knex,
      anExemptionRow('cause', ofFinding('host-network', 'web')),
    );
    const fails = await listExemptedFails(stores.knex, [SHOP], 2000);
    expect(fails.get(SHOP)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          control: 'host-port',
          consequenceOf: 'host-network',
          exemptionId: 'cause',
        }),
      ]),
    );
  });

  it('covers nothing that a sweep has written and not published, nor what is gone', async () => {
    const stores = await start();
    await insertExemptions(
      stores.knex,
      anExemptionRow('web', {
        scope: 'entity',
        entity_ref: SHOP,
        control_id: 'new',
      }),
      anExemptionRow('cron', ofFinding('privileged', 'cron')),
    );
    const ticket = await stores.begin(3000);
    const second = {
      subjects: [aChange('web', [aFail('new')])],
      gone: [keyOf('cron')],
    };
    for (const step of stores.stepsOf(second, 3000)) await step(ticket);
    expect(await exempted(stores)).toEqual({ [SHOP]: ['privileged of cron'] });
    await stores.publish(ticket, 4000);
    const fails = await listExemptedFails(stores.knex, [SHOP], 4000);
    expect(fails.get(SHOP)?.map(({ control }) => control)).toEqual(['new']);
  });

  it('leaves workloads out of the exempted fails of a cluster', async () => {
    const stores = await start();
    const namespace = {
      type: 'namespace' as const,
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'shop',
    };
    const change = aChange('namespace', [
      aFail('quota', { subject: namespace }),
    ]);
    await stores.sweep({ subjects: [{ ...change, subject: namespace }] }, 3000);
    const [subjectId] = await stores.idsOf('namespace');
    await insertExemptions(
      stores.knex,
      anExemptionRow('web', ofFinding('privileged', 'web')),
      anExemptionRow('shop', {
        scope: 'workload',
        control_id: 'quota',
        subject_id: subjectId,
      }),
    );
    const fails = await listExemptedClusterFails(stores.knex, [CLUSTER], 4000);
    expect(fails.get(CLUSTER)).toMatchObject([
      { control: 'quota', exemptionId: 'shop' },
    ]);
  });
});
