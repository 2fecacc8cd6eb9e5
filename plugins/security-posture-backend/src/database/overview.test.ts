import { Knex } from 'knex';
import { ControlTallies, ControlTally } from 'security-posture-engine';
import {
  aCluster,
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
import { fillRolledUp, rollUpAll } from './__testUtils__/rolledUp';
import { foundScopedCompany, ofComponent } from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseOrganisationReader } from './DatabaseOrganisationReader';
import { DatabaseOverviewReader } from './DatabaseOverviewReader';
import { Visibility } from './operations/visibleRefs';
import { EntityPostureRecord } from './records';

const DAY = 24 * HOUR;
const FOLLOWS = 'host-path-volume';
const terms = { now: NOW, thresholds: settings.thresholds };

const databases = testDatabases();

function tally(over: Partial<ControlTally>): ControlTally {
  return { pass: 0, notApplicable: 0, notEvaluated: 0, fail: {}, ...over };
}

const FAILS = {
  critical: { [CRITICAL]: tally({ fail: { critical: 1 } }) },
  high: { [HIGH]: tally({ fail: { high: 2 } }) },
  medium: { [MEDIUM]: tally({ fail: { medium: 1 } }) },
  /** Two controls fail, the one because of the other. */
  caused: {
    [HIGH]: tally({ fail: { high: 1 } }),
    [FOLLOWS]: tally({
      fail: { high: 1 },
      consequences: { [HIGH]: { high: 1 } },
    }),
  },
} satisfies Record<string, ControlTallies>;

function service(
  name: string,
  fails: ControlTallies,
  cluster = 'prod-eu',
): EntityPostureRecord {
  const { mapping } = anEntity();
  const query = { ...mapping.query!, clusters: [cluster] };
  return anEntity({
    entityRef: ofComponent(name),
    owner: `group:default/${name[0]}`,
    mapping: { ...mapping, query },
    parts: [aPart({ cluster, tallies: talliesBut(fails) })],
  });
}

/** Of which nothing but this was judged. */
function barelyJudged(fails: ControlTallies): ControlTallies {
  const controls = Object.keys(settings.profile.severities);
  return {
    ...Object.fromEntries(
      controls.map(control => [control, tally({ notEvaluated: 1 })]),
    ),
    ...fails,
  };
}

function theCompany(): readonly EntityPostureRecord[] {
  return [
    service('a-critical', FAILS.critical),
    service('b-high', FAILS.high),
    service('c-high', FAILS.high),
    service('d-both', { ...FAILS.critical, ...FAILS.high }),
    service('e-caused', FAILS.caused),
    service('f-silent', FAILS.high, 'staging'),
    service('g-unjudged', barelyJudged(FAILS.high)),
    service('h-ready', FAILS.medium),
    service('i-dim', barelyJudged({ [MEDIUM]: tally({ pass: 1 }) })),
    { ...service('j-empty', {}), parts: [] },
  ];
}

/** The tallies once a control is fixed for all its subjects: what follows from it ends, too. */
function fixed(tallies: ControlTallies, control: string): ControlTallies {
  return Object.fromEntries(
    Object.entries(tallies).map(([id, one]) => [
      id,
      id === control || one.consequences?.[control]
        ? { ...one, pass: one.pass + 1, fail: {}, consequences: {} }
        : one,
    ]),
  );
}

describe.each(databases.ids)('the overview on %s', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.open(databaseId);
  });

  function read(visibility: Visibility = 'all', owner?: string) {
    return new DatabaseOverviewReader(knex).readOverview({
      ...terms,
      visibility,
      ...(owner ? { owner } : {}),
    });
  }

  async function fill(entities = theCompany()): Promise<void> {
    const clusters = [
      aCluster(),
      aCluster({ name: 'staging', lastSuccessAt: NOW - 25 * HOUR }),
    ];
    await fillRolledUp(knex, { clusters, entities }, NOW);
  }

  describe('what to fix first', () => {
    it('makes exactly the entities ready that the roll-up calls ready once it is fixed', async () => {
      await fill();
      const { fixes, entities } = await read();
      expect(fixes.map(({ control }) => control)).toEqual([HIGH, CRITICAL]);
      const ready = new Set(await readyRefs());
      expect(entities.ready).toBe(ready.size);
      for (const { control, makesReady } of fixes) {
        await fixEverywhere(control);
        const now = await readyRefs();
        expect(makesReady.map(({ entityRef }) => entityRef)).toEqual(
          now.filter(ref => !ready.has(ref)),
        );
        for (const ref of now) ready.add(ref);
      }
      expect([...ready].map(ref => ref.split('/')[1]).sort()).toEqual([
        'a-critical',
        'b-high',
        'c-high',
        'd-both',
        'e-caused',
        'h-ready',
      ]);
    });

    it('tells how much fails, and of whom', async () => {
      await fill();
      const [first] = (await read()).fixes;
      expect(first).toMatchObject({
        severity: 'high',
        findings: 11,
        entities: 6,
        owners: 6,
      });
    });

    it('knows nothing of what the caller does not see', async () => {
      await fill();
      const seen = new Set(['b-high', 'd-both'].map(ofComponent));
      const { fixes, partial } = await read(seen);
      expect(partial).toBe(true);
      expect(fixes[0]).toMatchObject({
        control: HIGH,
        makesReady: [{ entityRef: ofComponent('b-high') }],
        entities: 2,
      });
      expect((await read('none')).fixes).toEqual([]);
    });

    async function fixEverywhere(control: string): Promise<void> {
      const parts = await knex('posture_parts').where({ scope_type: 'entity' });
      for (const { scope_ref, counts } of parts)
        await knex('posture_parts')
          .where({ scope_ref })
          .update({
            counts: JSON.stringify(fixed(JSON.parse(counts), control)),
          });
      await rollUpAll(knex, NOW);
    }

    async function readyRefs(): Promise<readonly string[]> {
      const organisation = new DatabaseOrganisationReader(knex);
      const { items } = await organisation.listEntityPostures({
        ...terms,
        visibility: 'all',
        filter: { readiness: ['ready'] },
        order: 'name',
        offset: 0,
        limit: 100,
      });
      return items
        .filter(({ state }) => state === 'judged')
        .map(({ entityRef }) => entityRef);
    }
  });

  describe('what was not looked at', () => {
    it('is told by what is known of it, with the first by ref', async () => {
      await fill();
      const { unseen, silent } = await read();
      expect(unseen).toEqual([
        {
          evidence: 'lowCoverage',
          total: 1,
          items: [{ entityRef: ofComponent('i-dim') }],
          coverage: expect.any(Number),
        },
        {
          evidence: 'noWorkloads',
          total: 1,
          items: [{ entityRef: ofComponent('j-empty') }],
        },
        {
          evidence: 'stale',
          total: 1,
          items: [{ entityRef: ofComponent('f-silent') }],
        },
      ]);
      expect([...silent]).toEqual([
        [
          'staging',
          { total: 1, items: [{ entityRef: ofComponent('f-silent') }] },
        ],
      ]);
    });

    it('names four of many, and counts them all', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      await fill(names.map(name => ({ ...service(name, {}), parts: [] })));
      const [{ total, items }] = (await read()).unseen;
      expect(total).toBe(6);
      expect(items.map(({ entityRef }) => entityRef)).toEqual(
        names.slice(0, 4).map(ofComponent),
      );
      const seen = new Set([ofComponent('e')]);
      expect((await read(seen)).unseen).toMatchObject([{ total: 1 }]);
    });
  });

  describe('findings of weeks', () => {
    const MONDAY = Date.parse('2026-11-16T00:00:00Z');

    beforeEach(async () => {
      await fill([service('web', {}), service('shop', {})]);
    });

    async function addFinding(
      entity: string,
      values: Readonly<Record<string, unknown>>,
    ): Promise<void> {
      const [{ subject_id }] = await knex('entity_subjects').where({
        entity_ref: ofComponent(entity),
      });
      const key = String(Math.random());
      await knex('findings').insert({
        key,
        subject_id,
        cluster: 'prod-eu',
        control_id: HIGH,
        outcome: 'fail',
        severity: 'high',
        violations: '[]',
        evidence_hash: '',
        open_since: values.opened_at ?? 0,
        opened_at: 0,
        opened_no: 2,
        ...values,
      });
    }

    async function weeks(visibility: Visibility = 'all') {
      const counted = (await read(visibility)).weeks;
      return counted
        .filter(({ opened, fixed: ended }) => opened + ended > 0)
        .map(({ from, opened, fixed: ended }) => [from, opened, ended]);
    }

    it('are twelve, the current one last, each from a Monday', async () => {
      const all = (await read()).weeks;
      expect(all).toHaveLength(12);
      expect(all[0].from).toBe('2026-08-31');
      expect(all[11]).toEqual({ from: '2026-11-16', opened: 0, fixed: 0 });
    });

    it('count what opened and what closed, each in its week', async () => {
      await addFinding('web', { opened_at: MONDAY });
      await addFinding('web', { opened_at: MONDAY - 1 });
      await addFinding('shop', {
        opened_at: MONDAY - 8 * DAY,
        closed_at: NOW,
        closed_no: 3,
        closed_because: 'passed',
      });
      expect(await weeks()).toEqual([
        ['2026-11-02', 1, 0],
        ['2026-11-09', 1, 0],
        ['2026-11-16', 1, 1],
      ]);
      expect(await weeks(new Set([ofComponent('shop')]))).toEqual([
        ['2026-11-02', 1, 0],
        ['2026-11-16', 0, 1],
      ]);
    });

    it.each([
      ['a first sweep found', { opened_no: 1 }],
      ['goes on with other evidence', { open_since: MONDAY - DAY }],
      ['no published sweep shows', { opened_no: 4 }],
      ['weighs nothing', { severity: 'info' }],
      ['could not be judged', { outcome: 'notEvaluated' }],
      [
        'was followed by other evidence',
        {
          opened_no: 1,
          closed_at: NOW,
          closed_no: 3,
          closed_because: 'changed',
        },
      ],
      ['is older than the weeks', { opened_at: MONDAY - 90 * DAY }],
    ])('leave out what %s', async (_, values) => {
      await addFinding('web', { opened_at: MONDAY, ...values });
      expect(await weeks()).toEqual([]);
    });

    it('keep what closed with a workload that is gone since', async () => {
      await addFinding('web', {
        opened_no: 1,
        closed_at: NOW - DAY,
        closed_no: 3,
        closed_because: 'subjectGone',
      });
      await knex('entity_subjects').update({ valid_to: NOW });
      expect(await weeks()).toEqual([['2026-11-16', 0, 1]]);
      await knex('entity_subjects').update({ valid_to: NOW - 2 * DAY });
      expect(await weeks()).toEqual([]);
    });

    it('tell since when the oldest critical finding is open, exempted ones left out', async () => {
      const critical = { severity: 'critical', control_id: CRITICAL };
      await knex('postures').update({ open_critical: 2 });
      await addFinding('web', { ...critical, open_since: 7, key: 'old' });
      await addFinding('shop', { ...critical, open_since: 9, key: 'new' });
      expect((await read()).oldestCritical).toBe(7);
      expect((await read(new Set([ofComponent('shop')]))).oldestCritical).toBe(
        9,
      );
      await knex('exemptions').insert({
        id: 'one',
        scope: 'finding',
        control_id: CRITICAL,
        severity: 'critical',
        finding_key: 'old',
        evidence_hash: '',
        category: 'acceptedRisk',
        reason: 'for now',
        state: 'approved',
        source: 'portal',
        requested_by: 'user:default/olivia',
        requested_at: 0,
        expires_at: NOW + 1,
        version: 1,
      });
      expect((await read()).oldestCritical).toBe(9);
      await knex('exemptions').update({ expires_at: NOW });
      expect((await read()).oldestCritical).toBe(7);
    });
  });

  describe('of a company with teams', () => {
    beforeEach(() => foundScopedCompany(knex));

    it('lists the teams that own entities themselves, the least ready first', async () => {
      const { teams } = await read();
      expect(teams.total).toBe(3);
      expect(
        teams.items.map(({ ref, entities, lowest }) => [
          ref,
          `${entities.ready} of ${entities.total}`,
          lowest?.score,
        ]),
      ).toEqual([
        ['group:default/shop', '0 of 1', 31],
        ['group:default/payments', '1 of 2', 63],
        ['group:default/data', '1 of 2', 100],
      ]);
    });

    it('is narrowed to what a group and those below it own', async () => {
      const shop = await read('all', 'group:default/shop');
      expect(shop.entities).toMatchObject({ total: 3, ready: 1, notReady: 2 });
      expect(
        shop.teams.items.map(({ ref, entities }) => [ref, entities.total]),
      ).toEqual([
        ['group:default/shop', 1],
        ['group:default/payments', 2],
        // Of what shop and those below it own, data owns one, too.
        ['group:default/data', 1],
      ]);
      expect(shop.partial).toBe(false);
      expect(shop.fixes.map(({ control }) => control)).toEqual([
        CRITICAL,
        HIGH,
      ]);
      const seen = new Set([ofComponent('cart'), ofComponent('solo')]);
      const part = await read(seen, 'group:default/shop');
      expect(part.entities.total).toBe(1);
      expect(part.partial).toBe(true);
    });

    it('tells how it stood at the end of each day, of the group that was asked for', async () => {
      expect((await read()).days.at(-1)?.members).toMatchObject({ ready: 2 });
      await rollUpAll(knex, NOW);
      const { days } = await read('all', 'group:default/payments');
      expect(days.at(-1)?.members).toMatchObject({ ready: 1, total: 2 });
    });
  });
});
