import { openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aPart,
  aPass,
  CLUSTER,
  findingKeyOf,
  keyOf,
  notJudged,
  SampleFinding,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { decodeOutcomes } from './outcomes';
import { SubjectChange } from './SweepStore';
import { FindingRow } from './tables';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  async function sweepWeb(
    stores: Stores,
    now: number,
    findings: readonly SampleFinding[],
    rest: Partial<SubjectChange> = {},
  ): Promise<void> {
    const web = aChange('web', findings, rest);
    await stores.sweep({ subjects: [web], parts: [aPart(WEB, [web])] }, now);
  }

  async function afterFirst(
    findings: readonly SampleFinding[],
    rest: Partial<SubjectChange> = {},
  ): Promise<Stores> {
    const stores = await openStores(open);
    await sweepWeb(stores, 1000, findings, rest);
    await stores.link('web', [keyOf('web')], 1500);
    return stores;
  }

  async function openFindings(stores: Stores) {
    const page = { entityRef: WEB, offset: 0, limit: 100 };
    return (await stores.reader.listFindings(page)).items;
  }

  async function rowsOf(stores: Stores): Promise<FindingRow[]> {
    return stores.knex<FindingRow>('findings').orderBy('id');
  }

  it('opens the next episode under the same key where the evidence changes, and keeps since when it is open', async () => {
    const stores = await afterFirst([aFail('privileged', { actual: 'one' })]);
    await sweepWeb(stores, 2000, [aFail('privileged', { actual: 'two' })]);
    const key = findingKeyOf('privileged', 'web');
    expect(await rowsOf(stores)).toMatchObject([
      { key, closed_no: 2, closed_because: 'changed', opened_no: 1 },
      { key, closed_no: null, opened_no: 2 },
    ]);
    expect(await openFindings(stores)).toMatchObject([
      { key, openSince: 1000, violations: [{ actual: 'two' }] },
    ]);
  });

  it.each<[string, SampleFinding]>([
    ['severity', aFail('privileged', { severity: 'low' })],
    ['note', aFail('privileged', { note: 'a note' })],
    ['cause', aFail('privileged', { consequenceOf: 'host-pid' })],
  ])('opens the next episode where the %s changes', async (_, second) => {
    const stores = await afterFirst([aFail('privileged')]);
    await sweepWeb(stores, 2000, [second]);
    expect(await rowsOf(stores)).toHaveLength(2);
    expect(await openFindings(stores)).toMatchObject([{ openSince: 1000 }]);
  });

  it('writes no episode where a finding is as it was', async () => {
    const stores = await afterFirst([aFail('privileged'), aPass('host-pid')]);
    await sweepWeb(stores, 2000, [aFail('privileged'), aFail('host-pid')]);
    expect(await rowsOf(stores)).toMatchObject([
      { control_id: 'privileged', opened_no: 1, closed_no: null },
      { control_id: 'host-pid', opened_no: 2, closed_no: null },
    ]);
  });

  it.each<[string, SampleFinding]>([
    ['passed', aPass('privileged')],
    [
      'notApplicable',
      { control: 'privileged', outcome: 'notApplicable', reason: 'windows' },
    ],
  ])(
    'closes a fail that %s, and opens anew when it fails again',
    async (because, second) => {
      const stores = await afterFirst([aFail('privileged')]);
      await sweepWeb(stores, 2000, [second]);
      expect(await openFindings(stores)).toEqual([]);
      const closed = await stores.reader.getFinding(
        findingKeyOf('privileged', 'web'),
      );
      expect(closed).toMatchObject({
        finding: { closedAt: 2000, closedBecause: because },
        entityRefs: [WEB],
      });
      await sweepWeb(stores, 3000, [aFail('privileged')]);
      expect(await openFindings(stores)).toMatchObject([{ openSince: 3000 }]);
    },
  );

  describe('a fail that cannot be judged any more', () => {
    it('stays, is stale since the first time, and still counts as failing', async () => {
      const stores = await afterFirst([
        aFail('privileged', { severity: 'critical' }),
      ]);
      await sweepWeb(stores, 2000, [notJudged('privileged')]);
      await sweepWeb(stores, 3000, [notJudged('privileged', 'unreachable')]);
      expect(await openFindings(stores)).toMatchObject([
        {
          outcome: 'fail',
          severity: 'critical',
          openSince: 1000,
          staleSince: 2000,
          violations: [{ path: 'spec.privileged' }],
        },
      ]);
      const [{ outcomes }] = await stores.knex('subjects');
      expect(decodeOutcomes(outcomes)).toEqual([
        {
          control: 'privileged',
          outcome: 'fail',
          severity: 'critical',
          stale: true,
        },
      ]);
    });

    it('stays without a row more where a gap of the cluster explains it', async () => {
      const stores = await afterFirst([aFail('privileged'), aPass('seccomp')]);
      const inGap = new Set(['privileged', 'seccomp']);
      const findings = [notJudged('privileged'), notJudged('seccomp')];
      await sweepWeb(stores, 2000, findings, { inGap });
      expect(await openFindings(stores)).toMatchObject([
        { control: 'privileged', outcome: 'fail', staleSince: 2000 },
      ]);
    });

    it('is fresh again with the same evidence, and was open all the time', async () => {
      const stores = await afterFirst([aFail('privileged')]);
      await sweepWeb(stores, 2000, [notJudged('privileged')]);
      await sweepWeb(stores, 3000, [aFail('privileged')]);
      const [finding] = await openFindings(stores);
      expect(finding).toMatchObject({ openSince: 1000 });
      expect(finding).not.toHaveProperty('staleSince');
    });

    it('ends by an observed pass', async () => {
      const stores = await afterFirst([aFail('privileged')]);
      await sweepWeb(stores, 2000, [notJudged('privileged')]);
      await sweepWeb(stores, 3000, [aPass('privileged')]);
      expect(await openFindings(stores)).toEqual([]);
      expect((await rowsOf(stores)).at(-1)).toMatchObject({
        closed_because: 'passed',
      });
    });
  });

  it('keeps what cannot be judged apart from what fails', async () => {
    const stores = await afterFirst([notJudged('privileged', 'parseError')]);
    await sweepWeb(stores, 2000, [aFail('privileged')]);
    expect(await openFindings(stores)).toMatchObject([
      { outcome: 'fail', openSince: 2000 },
    ]);
  });

  it('closes the rows of a control that the library lost', async () => {
    const stores = await afterFirst([aFail('privileged'), aFail('old')]);
    await sweepWeb(stores, 2000, [aFail('privileged')]);
    expect(await openFindings(stores)).toMatchObject([
      { control: 'privileged' },
    ]);
  });

  it('proves a patch when an episode opens, and keeps the verdict while the evidence is the same', async () => {
    const proven = new Map([['privileged', true]]);
    const stores = await afterFirst([aFail('privileged')], { proven });
    expect(await openFindings(stores)).toMatchObject([{ patchProven: true }]);
    await sweepWeb(stores, 2000, [aFail('privileged', { note: 'a note' })]);
    expect(await openFindings(stores)).toMatchObject([{ patchProven: true }]);
    await sweepWeb(stores, 3000, [aFail('privileged', { actual: 'other' })], {
      proven: new Map([['privileged', false]]),
    });
    expect(await openFindings(stores)).toMatchObject([{ patchProven: false }]);
    await sweepWeb(stores, 4000, [aFail('privileged', { actual: 'third' })]);
    const [finding] = await openFindings(stores);
    expect(finding).not.toHaveProperty('patchProven');
  });

  describe('a subject that goes and comes back', () => {
    it('takes its findings with it, and opens new ones', async () => {
      const stores = await afterFirst([aFail('privileged')]);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 2000);
      expect(await openFindings(stores)).toEqual([]);
      expect(
        await stores.reader.getFinding(findingKeyOf('privileged', 'web')),
      ).toMatchObject({
        finding: { closedBecause: 'subjectGone' },
      });
      expect([...(await stores.reader.countSubjects())]).toEqual([]);
      expect((await stores.reader.getEntity(WEB))?.parts).toEqual([]);

      await sweepWeb(stores, 3000, [aFail('privileged')]);
      expect(await openFindings(stores)).toMatchObject([{ openSince: 3000 }]);
      expect(await stores.knex('subjects')).toMatchObject([
        { gone_no: null, gone_at: null, first_no: 3 },
      ]);
    });

    it('leaves its closed findings with who owned it then, and with nobody before', async () => {
      const stores = await afterFirst([aFail('privileged')]);
      await stores.link('api', [keyOf('web')], 1600);
      await stores.link('api', [], 1700);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 2000);
      await stores.link('web', [], 2500);
      expect(
        await stores.reader.getFinding(findingKeyOf('privileged', 'web')),
      ).toMatchObject({
        finding: { closedAt: 2000, closedBecause: 'subjectGone' },
        entityRefs: [WEB],
      });
    });

    it('is not seen before the sweep that found it again is published', async () => {
      const stores = await afterFirst([aFail('privileged')]);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 2000);
      const ticket = await stores.begin(3000);
      const web = aChange('web', [aFail('privileged')]);
      await stores.sweeps.saveSubjects(ticket, [web], 3000);
      expect([...(await stores.reader.countSubjects())]).toEqual([]);
      await stores.begin(4000);
      expect((await stores.sweeps.listSubjects(CLUSTER)).size).toBe(0);
    });
  });

  it('saves many subjects with at most some 200 rows a statement', async () => {
    const stores = await openStores(open);
    const many = Array.from({ length: 450 }, (_, index) =>
      aChange(`web-${index}`, [aFail('privileged'), aFail('host-pid')]),
    );
    const ticket = await stores.begin(2000);
    const rowsOfStatements = recordRows(stores);
    const saved = await stores.sweeps.saveSubjects(ticket, many, 2000);
    expect(saved.size).toBe(450);
    await stores.publish(ticket, 2500);
    const known = await stores.sweeps.listSubjects(CLUSTER);
    expect(known.size).toBe(450);

    const again = await stores.begin(3000);
    await stores.sweeps.saveSubjects(again, many, 3000);
    const gone = [...known.values()].map(({ id }) => id);
    await stores.sweeps.closeGone(again, gone, 3000);
    await stores.publish(again, 3500);
    expect(await stores.knex('findings').whereNull('closed_at')).toEqual([]);
    expect(await stores.knex('findings')).toHaveLength(900);
    expect(rowsOfStatements.length).toBeGreaterThan(900 / 200);
    expect(Math.max(...rowsOfStatements)).toBeLessThanOrEqual(200);
    expect(Math.max(...rowsOfStatements)).toBeGreaterThan(1);
  });
});

/** How many rows each statement names from now on: those that it inserts, or the values of its conditions. */
function recordRows(stores: Stores): number[] {
  const rows: number[] = [];
  stores.knex.on(
    'query',
    ({ sql, bindings = [] }: { sql: string; bindings?: unknown[] }) => {
      const columns = /^insert into [^(]*\(([^)]*)\)/.exec(sql)?.[1];
      rows.push(bindings.length / (columns?.split(',').length ?? 1));
    },
  );
  return rows;
}
