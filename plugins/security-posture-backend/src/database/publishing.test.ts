import {
  dumpTables,
  openStores,
  SweepContent,
} from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aPart,
  aPass,
  CLUSTER,
  findingKeyOf,
  keyOf,
  notJudged,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const WEB = 'component:default/web';

/** Two workloads, one that fails and one that goes. */
const FIRST: SweepContent = contentOf(
  [
    aChange('web', [aFail('privileged'), aPass('host-pid')]),
    aChange('worker', [aFail('host-pid'), notJudged('seccomp', 'parseError')]),
  ],
  { gaps: [{ control: 'image-scan', reason: 'forbidden' }] },
);

/** Everything differs: evidence, labels, a new workload, one that is gone, other gaps, another library. */
const SECOND: SweepContent = contentOf(
  [
    aChange(
      'web',
      [aFail('privileged', { actual: 'false' }), aFail('host-pid')],
      { labels: '{"own":{"app":"other"},"pod":{}}', facts: '{"images":[]}' },
    ),
    aChange('cron', [aFail('privileged')]),
  ],
  {
    gone: [keyOf('worker')],
    gaps: [{ control: 'audit', reason: 'unreachable' }],
    library: 'library-2',
  },
);

function contentOf(
  subjects: SweepContent['subjects'],
  rest: Partial<SweepContent>,
): SweepContent {
  return { subjects, parts: [aPart(WEB, subjects)], ...rest };
}

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  async function afterFirst() {
    const stores = await openStores(open);
    await stores.sweep(FIRST, 1000);
    const keys = ['web', 'worker', 'cron'].map(keyOf);
    await stores.link('web', keys, 1500);
    return stores;
  }

  it('shows nothing of a first sweep before it is published, and all of it after', async () => {
    const stores = await openStores(open);
    const ticket = await stores.begin(1000);
    for (const step of stores.stepsOf(FIRST, 1000)) await step(ticket);
    await stores.link('web', [keyOf('web')], 1500);
    expect(await stores.view(WEB)).toMatchObject({
      entity: { parts: [] },
      findings: [],
      total: 0,
      gaps: [],
      workloads: [],
      owned: 0,
      labels: [],
    });
    expect(
      await stores.reader.getFinding(findingKeyOf('privileged', 'web')),
    ).toBeUndefined();

    await stores.publish(ticket, 2000);
    expect(await stores.view(WEB)).toMatchObject({
      entity: {
        parts: [{ cluster: CLUSTER, subjects: 2, library: 'library-1' }],
      },
      findings: [{ control: 'privileged', openSince: 1000 }],
      gaps: [{ control: 'image-scan', reason: 'forbidden', since: 1000 }],
      workloads: [[CLUSTER, 2]],
      owned: 1,
    });
    expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
      state: 'scanned',
      sweepNo: 1,
      version: 'v1.35.8',
      lastSuccessAt: 2000,
    });
  });

  it('shows the sweep before until the next is published whole', async () => {
    const stores = await afterFirst();
    const before = await stores.view(WEB);
    const ticket = await stores.begin(3000);
    for (const step of stores.stepsOf(SECOND, 3000)) {
      await step(ticket);
      expect(await stores.view(WEB)).toEqual(before);
    }
    await stores.publish(ticket, 4000);
    const after = await stores.view(WEB);
    expect(after.entity?.parts).toMatchObject([{ library: 'library-2' }]);
    expect(
      after.findings.map(
        ({ control, subject }) => `${control} ${subject.name}`,
      ),
    ).toEqual(['host-pid web', 'privileged web']);
    expect(after.gaps).toMatchObject([{ control: 'audit' }]);
    expect(after.labels).toEqual([
      { name: 'web', labels: { own: { app: 'other' }, pod: {} } },
      { name: 'cron', labels: { own: { app: 'cron' }, pod: {} } },
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'repairs what a sweep left that was killed after %s steps',
    async killedAfter => {
      const stores = await afterFirst();
      const before = await stores.view(WEB);
      const killed = await stores.begin(3000);
      const steps = stores.stepsOf(SECOND, 3000).slice(0, killedAfter);
      for (const step of steps) await step(killed);
      expect(await stores.view(WEB)).toEqual(before);

      const next = await stores.begin(5000);
      expect(next.number).toBe(killed.number);
      expect(await stores.view(WEB)).toEqual(before);
      await stores.publish(next, 5500);
      expect(await stores.view(WEB)).toEqual(before);
      expect(
        await stores.reader.getFinding(findingKeyOf('host-pid', 'worker')),
      ).toMatchObject({
        finding: { openSince: 1000 },
      });

      const undisturbed = await afterFirst();
      await undisturbed.sweep(SECOND, 7000);
      await stores.sweep(SECOND, 7000);
      expect(await stores.view(WEB)).toEqual(await undisturbed.view(WEB));
    },
  );

  it('undoes more rows than one transaction may touch', async () => {
    const stores = await openStores(open);
    const many = Array.from({ length: 230 }, (_, index) =>
      aChange(`web-${index}`, [aFail('privileged')]),
    );
    const parts = many.map((change, index) =>
      aPart(`component:default/web-${index}`, [change]),
    );
    await stores.sweep({ subjects: [] }, 1000);
    const ticket = await stores.begin(2000);
    await stores.sweeps.saveSubjects(ticket, many, 2000);
    await stores.sweeps.saveParts(ticket, parts, 'library-1', 2000);
    await stores.begin(3000);
    expect(await stores.knex('findings')).toEqual([]);
    expect(await stores.knex('posture_parts')).toEqual([]);
    expect(await stores.knex('subjects').whereNull('gone_no')).toEqual([]);
  });

  it('undoes what a sweep wrote that fails, and keeps the last posture', async () => {
    const stores = await afterFirst();
    const before = await stores.view(WEB);
    const tables = ['subjects', 'findings', 'gaps', 'posture_parts'];
    const ticket = await stores.begin(3000);
    for (const step of stores.stepsOf(SECOND, 3000)) await step(ticket);
    await stores.sweeps.fail(ticket, {
      reason: 'unreachable',
      unreachable: true,
      lists: [],
      now: 4000,
    });
    expect(await stores.view(WEB)).toEqual(before);
    expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
      state: 'unreachable',
      reason: 'unreachable',
      failingSince: 4000,
      lastSuccessAt: 1000,
      sweepNo: 1,
    });
    const dump = await dumpTables(stores.knex);
    for (const table of tables)
      for (const row of dump[table] as Record<string, unknown>[])
        for (const column of [
          'opened_no',
          'closed_no',
          'since_no',
          'until_no',
          'outcomes_no',
          'counts_no',
          'gone_no',
        ])
          expect(Number(row[column] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('says since when a cluster fails, until it does not', async () => {
    const stores = await afterFirst();
    for (const now of [3000, 4000]) {
      await stores.sweeps.fail(await stores.begin(now), {
        reason: 'unreachable',
        unreachable: true,
        lists: [],
        now,
      });
    }
    expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
      failingSince: 3000,
    });
    await stores.sweep(FIRST, 5000);
    const cluster = await stores.reader.getCluster(CLUSTER);
    expect(cluster).toMatchObject({ state: 'scanned', lastSuccessAt: 5000 });
    expect(cluster).not.toHaveProperty('failingSince');
    expect(cluster).not.toHaveProperty('reason');
  });

  it('keeps the time of the last complete sweep where one is partial', async () => {
    const stores = await afterFirst();
    await stores.sweeps.publish(await stores.begin(3000), {
      status: 'partial',
      reason: 'forbidden',
      kubernetesVersion: 'v1.35.8',
      reportedControls: [],
      lists: [],
      now: 4000,
    });
    expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
      state: 'scanned',
      reason: 'forbidden',
      lastSuccessAt: 1000,
      sweepNo: 2,
    });
  });

  it('writes its own row and that of its cluster, and no other, where nothing changed', async () => {
    const stores = await afterFirst();
    const [entityPart] = FIRST.parts!;
    const before = await dumpTables(stores.knex);
    const written: string[] = [];
    stores.knex.on('query', ({ sql }: { sql: string }) => {
      const match = /^(?:insert into|update|delete from) [`"](\w+)[`"]/.exec(
        sql,
      );
      if (match) written.push(match[1]);
    });
    const ticket = await stores.begin(3000);
    const known = await stores.sweeps.listSubjects(CLUSTER);
    expect(
      FIRST.subjects.filter(
        change => known.get(change.key)?.outcomesHash !== change.outcomesHash,
      ),
    ).toEqual([]);
    await stores.sweeps.closeGone(ticket, [], 3000);
    await stores.sweeps.saveGaps(ticket, FIRST.gaps!, 3000);
    await stores.sweeps.saveParts(ticket, [entityPart], 'library-1', 3000);
    await stores.publish(ticket, 4000);
    // The update of scan requests found none.
    expect(written).toEqual([
      'clusters',
      'sweeps',
      'scan_requests',
      'sweeps',
      'clusters',
    ]);
    const after = await dumpTables(stores.knex);
    const { clusters, sweeps, ...rest } = after;
    expect(rest).toEqual(
      Object.fromEntries(
        Object.keys(rest).map(table => [table, before[table]]),
      ),
    );
    expect(sweeps).toHaveLength(2);
  });
});
