import { Knex } from 'knex';
import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  HOUR,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { fillRolledUp, rollUpAll } from './__testUtils__/rolledUp';
import {
  aService,
  foundScopedCompany,
  ofComponent,
} from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseCoverageReader } from './DatabaseCoverageReader';
import { Visibility } from './operations/visibleRefs';

const PART_OF = 'app.kubernetes.io/part-of';
const KUBERNETES_ID = 'backstage.io/kubernetes-id';

const databases = testDatabases();

describe.each(databases.ids)('coverage on %s', databaseId => {
  let knex: Knex;
  let reader: DatabaseCoverageReader;

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    reader = new DatabaseCoverageReader(knex);
  });

  const terms = { now: NOW, thresholds: settings.thresholds };

  describe('the entities that fail a control', () => {
    function failing(
      control: string,
      visibility: Visibility = 'all',
      page = { offset: 0, limit: 50 },
    ) {
      const query = { ...terms, ...page, control, visibility };
      return reader.listControlEntities(query);
    }

    beforeEach(async () => {
      const many = aService('many', CRITICAL);
      const tallies = {
        ...many.parts[0].tallies,
        [CRITICAL]: {
          pass: 1,
          notApplicable: 0,
          notEvaluated: 0,
          fail: { critical: 2, high: 1 },
        },
      };
      await fillRolledUp(
        knex,
        {
          clusters: [aCluster()],
          entities: [
            aService('one', CRITICAL),
            { ...many, title: 'Many', parts: [aPart({ tallies })] },
            aService('other', HIGH),
            aService('two', CRITICAL),
          ],
        },
        NOW,
      );
      await exempt('one', CRITICAL);
    });

    /** Takes the fails of an entity for exempted, as a roll-up does. */
    async function exempt(name: string, control: string) {
      await knex('postures')
        .where({ scope_ref: ofComponent(name) })
        .update({
          failing: JSON.stringify({ [control]: { open: 0, exempted: 1 } }),
          open_critical: 0,
          blocking_critical: 0,
        });
    }

    it('come with how many of their subjects fail, most first', async () => {
      expect(await failing(CRITICAL)).toEqual({
        items: [
          {
            entityRef: ofComponent('many'),
            title: 'Many',
            readiness: 'notReady',
            subjects: 3,
            exempted: 0,
          },
          {
            entityRef: ofComponent('two'),
            readiness: 'notReady',
            subjects: 1,
            exempted: 0,
          },
          {
            entityRef: ofComponent('one'),
            readiness: 'ready',
            subjects: 0,
            exempted: 1,
          },
        ],
        total: 3,
        subjects: 4,
        exempted: 1,
        partial: false,
      });
    });

    it('are those of this control alone', async () => {
      const { items } = await failing(HIGH);
      expect(items).toMatchObject([{ entityRef: ofComponent('other') }]);
      expect(await failing('host')).toMatchObject({ items: [], total: 0 });
    });

    it('come in pages with the numbers of all', async () => {
      const page = await failing(CRITICAL, 'all', { offset: 1, limit: 1 });
      expect(page).toMatchObject({ total: 3, subjects: 4, exempted: 1 });
      expect(page.items).toMatchObject([{ entityRef: ofComponent('two') }]);
    });

    it('are counted as far as they are seen', async () => {
      const seen = new Set([ofComponent('two'), ofComponent('other')]);
      expect(await failing(CRITICAL, seen)).toMatchObject({
        items: [{ entityRef: ofComponent('two') }],
        total: 1,
        subjects: 1,
        exempted: 0,
        partial: true,
      });
      expect(await failing(CRITICAL, 'none')).toEqual({
        items: [],
        total: 0,
        subjects: 0,
        exempted: 0,
        partial: true,
      });
    });
  });

  describe('what was looked at', () => {
    beforeEach(async () => {
      const nowhere = { annotated: false };
      const both = anEntity().mapping;
      await fillRolledUp(
        knex,
        {
          clusters: [aCluster(), aDeadCluster()],
          entities: [
            aService('cart'),
            { ...aService('lake'), parts: [] },
            { ...aService('unmapped'), parts: [], mapping: nowhere },
            {
              ...aService('away'),
              mapping: {
                ...both,
                query: { ...both.query!, clusters: ['prod-eu', 'prod-us'] },
              },
              parts: [aPart({ subjects: 2 }), aPart({ cluster: 'prod-us' })],
            },
          ],
          workloads: new Map([
            ['prod-eu', 8],
            ['prod-us', 3],
          ]),
        },
        NOW,
      );
    });

    it('is told apart by why the rest was not', async () => {
      expect(await reader.readCoverage(terms, 'all')).toEqual({
        workloads: { swept: 8, known: 11, owned: 4 },
        entities: {
          total: 4,
          expected: 3,
          expectedWithWorkloads: 2,
          states: {
            judged: 2,
            notMapped: 1,
            noWorkloads: 1,
            neverScanned: 0,
            needsUserCredentials: 0,
            unreachable: 0,
            noClusters: 0,
          },
          stale: 1,
        },
        partial: false,
      });
    });

    it('is no longer swept once that is too long ago', async () => {
      const later = { ...terms, now: NOW + 30 * HOUR };
      expect(await reader.readCoverage(later, 'all')).toMatchObject({
        workloads: { swept: 0, known: 11 },
        entities: { stale: 2 },
      });
    });

    it('is of what is seen, for a caller who sees less', async () => {
      const seen = new Set([ofComponent('away'), ofComponent('unmapped')]);
      expect(await reader.readCoverage(terms, seen)).toMatchObject({
        workloads: { swept: 2, known: 3, owned: 3 },
        entities: { total: 2, expected: 1, expectedWithWorkloads: 1, stale: 1 },
        partial: true,
      });
      expect(await reader.readCoverage(terms, 'none')).toMatchObject({
        workloads: { swept: 0, known: 0, owned: 0 },
        entities: { total: 0, expected: 0, stale: 0 },
        partial: true,
      });
    });
  });

  describe('workloads that belong to nobody', () => {
    let subjects = 0;

    /** A workload of a namespace, with labels, that belongs to entities. */
    async function run(
      name: string,
      namespace: string | null,
      labels: object = {},
      ...owners: string[]
    ): Promise<void> {
      subjects += 1;
      const [{ id }] = await knex('subjects')
        .insert({
          key: `run-${subjects}`,
          cluster: 'prod-eu',
          type: 'workload',
          api_version: 'apps/v1',
          kind: 'Deployment',
          namespace,
          name,
          labels: JSON.stringify({ own: {}, pod: {}, ...labels }),
          facts: '{}',
          outcomes: '',
          outcomes_hash: '',
          judged_for: '',
          outcomes_no: 0,
          first_no: 0,
          first_seen_at: 0,
          changed_at: 0,
        })
        .returning('id');
      for (const owner of owners)
        await knex('entity_subjects').insert({
          entity_ref: ofComponent(owner),
          subject_id: id,
          valid_from: 0,
        });
    }

    function unowned(visibility: Visibility = 'all', query = {}) {
      const page = { offset: 0, limit: 50, ...query };
      return reader.listUnowned(page, visibility);
    }

    async function suggestion(visibility: Visibility = 'all') {
      const { items } = await unowned(visibility);
      expect(items).toHaveLength(1);
      return items[0].suggestedOwner;
    }

    beforeEach(async () => {
      await foundScopedCompany(knex);
      const owned = knex('entities').whereIn('entity_ref', [
        ofComponent('cart'),
        ofComponent('pay'),
      ]);
      await owned.update({ owner: 'group:default/shop' });
      await knex('entities')
        .where({ entity_ref: ofComponent('ledger') })
        .update({ owner: 'group:default/data' });
    });

    it('are listed in order, a page at a time; those of live entities are not', async () => {
      await run('z', 'a');
      await run('a', 'b');
      await run('b', 'b');
      await run('mine', 'a', {}, 'cart');
      await run('left', 'a', {}, 'gone');
      const names = async (query = {}) =>
        (await unowned('all', query)).items.map(({ name }) => name);
      expect(await names()).toEqual(['left', 'z', 'a', 'b']);
      expect(await names({ offset: 1, limit: 2 })).toEqual(['z', 'a']);
      expect((await unowned('all', { limit: 1 })).total).toBe(4);
      expect(await names({ namespace: 'b' })).toEqual(['a', 'b']);
      expect(await names({ cluster: 'prod-us' })).toEqual([]);
    });

    it.each<[string, object, string, object]>([
      [
        'the component of the name in a label of its own',
        { own: { [PART_OF]: 'Cart' } },
        ofComponent('cart'),
        { kind: 'label', label: PART_OF, value: 'Cart' },
      ],
      [
        'the system of the name in a label of its pods',
        { pod: { [PART_OF]: 'checkout' } },
        'system:default/checkout',
        { kind: 'label', label: PART_OF, value: 'checkout' },
      ],
      [
        'what the label of the kubernetes plugin names, before all others',
        { own: { [PART_OF]: 'checkout', [KUBERNETES_ID]: 'pay' } },
        ofComponent('pay'),
        { kind: 'label', label: KUBERNETES_ID, value: 'pay' },
      ],
      [
        'what another label names, where one names nothing that is there',
        { own: { [PART_OF]: 'checkout', [KUBERNETES_ID]: 'nobody' } },
        'system:default/checkout',
        { kind: 'label', label: PART_OF, value: 'checkout' },
      ],
    ])('are probably of %s', async (_, labels, ref, because) => {
      await run('lost', 'shop-front', labels);
      expect(await suggestion()).toEqual({ ref, because });
    });

    it('are probably of the owner of most of their namespace', async () => {
      await run('one', 'mixed', {}, 'cart');
      await run('two', 'mixed', {}, 'pay', 'cart');
      await run('three', 'mixed', {}, 'ledger');
      await run('lost', 'mixed');
      expect(await suggestion()).toEqual({
        ref: 'group:default/shop',
        because: { kind: 'namespace', workloads: 2, of: 3 },
      });
    });

    it('are probably of nobody where nothing tells', async () => {
      await run('one', 'elsewhere', {}, 'cart');
      await run('lost', 'alone', { own: { [PART_OF]: '../%' } });
      expect(await suggestion()).toBeUndefined();
    });

    it('are never said to be of what the caller may not see', async () => {
      await run('one', 'mixed', {}, 'cart');
      await run('two', 'mixed', {}, 'pay');
      await run('three', 'mixed', {}, 'ledger');
      await run('lost', 'mixed', { own: { [PART_OF]: 'cart' } });
      expect(await suggestion(new Set([ofComponent('ledger')]))).toEqual({
        ref: 'group:default/data',
        because: { kind: 'namespace', workloads: 1, of: 1 },
      });
      expect(await suggestion('none')).toBeUndefined();
    });
  });

  it('counts what is open in each cluster as published', async () => {
    await fillRolledUp(
      knex,
      {
        clusters: [aCluster(), aDeadCluster()],
        entities: [aService('cart')],
        workloads: new Map([['prod-eu', 4]]),
      },
      NOW,
    );
    await rollUpAll(knex, NOW);
    const { id: subject_id } = await knex('subjects').first('id');
    const rows = [
      { control_id: CRITICAL },
      { control_id: CRITICAL },
      { control_id: CRITICAL, closed_at: 9, closed_no: 3 },
      { control_id: CRITICAL, closed_at: 9, closed_no: 4 },
      { control_id: CRITICAL, opened_no: 4 },
      { control_id: HIGH, outcome: 'notEvaluated' },
      { control_id: HIGH, cluster: 'prod-us', opened_no: 0 },
    ];
    for (const [index, row] of rows.entries())
      await knex('findings').insert({
        key: String(index),
        subject_id,
        cluster: 'prod-eu',
        outcome: 'fail',
        severity: 'high',
        violations: '[]',
        evidence_hash: '',
        open_since: 0,
        opened_at: 0,
        opened_no: 1,
        ...row,
      });
    const found = await reader.countFindings(['prod-eu', 'prod-us']);
    expect(found.get('prod-eu')).toEqual({
      workloads: 4,
      controls: new Map([
        [CRITICAL, { failing: 3, notEvaluated: 0 }],
        [HIGH, { failing: 0, notEvaluated: 1 }],
      ]),
    });
    expect(found.get('prod-us')).toEqual({
      workloads: 0,
      controls: new Map([[HIGH, { failing: 1, notEvaluated: 0 }]]),
    });
  });
});
