import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { decodeOutcomes } from '../database/outcomes';
import { aDeployment, collected, PRIVILEGED } from './__testUtils__/collected';
import { anEntity, SweepHarness } from './__testUtils__/SweepHarness';

const WEB = 'component:default/web';
const SHOP = aDeployment('web', PRIVILEGED) + aDeployment('worker');

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  async function afterFirst(): Promise<SweepHarness> {
    const harness = await SweepHarness.open(open);
    harness.entities = [anEntity('web'), anEntity('worker')];
    await harness.sweep(collected(SHOP));
    await harness.resolve();
    harness.now = 2000;
    return harness;
  }

  async function outcomesOf(harness: SweepHarness, name: string) {
    const [row] = await harness.stores.knex('subjects').where({ name });
    return decodeOutcomes(row.outcomes);
  }

  describe('a kind of workload that could not be listed', () => {
    const HIDDEN = { unreadKinds: { Deployment: 'forbidden' } } as const;

    it('is never gone: fails are stale, the rest is not evaluated, and gaps say why', async () => {
      const harness = await afterFirst();
      const fails = (await harness.findingsOf(WEB)).filter(finding =>
        / fail /.test(finding),
      );
      expect(fails).toContain('privileged-container fail web');
      await harness.sweep(collected('', HIDDEN));

      const { reader, knex } = harness.stores;
      expect([...(await reader.countSubjects())]).toEqual([[CLUSTER, 2]]);
      expect(await harness.findingsOf(WEB)).toEqual(fails);
      for (const outcome of await outcomesOf(harness, 'web'))
        expect(outcome).toMatchObject(
          outcome.outcome === 'fail'
            ? { stale: true }
            : { outcome: 'notEvaluated', reason: 'forbidden' },
        );
      const gaps = await reader.listGaps([CLUSTER]);
      expect(gaps).toContainEqual(
        expect.objectContaining({ control: 'host-pid', reason: 'forbidden' }),
      );
      expect(
        await knex('findings')
          .where({ outcome: 'notEvaluated' })
          .whereNull('closed_at'),
      ).toEqual([]);
      expect(await reader.getCluster(CLUSTER)).toMatchObject({
        state: 'scanned',
        reason: 'forbidden',
        lastSuccessAt: 1000,
      });
      expect(await reader.getLastSweep(CLUSTER)).toMatchObject({
        status: 'partial',
        reason: 'forbidden',
      });
      const [{ uid, facts }] = await knex('subjects').where({ name: 'web' });
      expect({ uid, facts: JSON.parse(facts) }).toMatchObject({
        uid: 'uid-web',
        facts: { images: ['registry.example/web:1.0'] },
      });
    });

    it('is as it was when it can be listed again', async () => {
      const harness = await afterFirst();
      await harness.sweep(collected(SHOP));
      const seen = async () => {
        const { gaps, findings, ...view } = await harness.stores.view(WEB);
        // What could not be judged for another reason for a while begins anew.
        return {
          ...view,
          gaps: gaps.map(({ since, ...gap }) => gap),
          findings: findings.map(({ openSince, ...finding }) =>
            finding.outcome === 'fail' ? { openSince, ...finding } : finding,
          ),
        };
      };
      const before = await seen();
      harness.now = 3000;
      await harness.sweep(collected('', HIDDEN));
      await harness.sweep(collected('', HIDDEN));
      harness.now = 4000;
      await harness.sweep(collected(SHOP));
      expect(await seen()).toEqual(before);
    });

    it('keeps nothing of other kinds', async () => {
      const harness = await afterFirst();
      await harness.sweep(
        collected(aDeployment('web'), {
          unreadKinds: { DaemonSet: 'tooLarge' },
        }),
      );
      expect([...(await harness.stores.reader.countSubjects())]).toEqual([
        [CLUSTER, 1],
      ]);
    });
  });

  it('makes a list that could not be read one gap, and no finding per workload', async () => {
    const harness = await SweepHarness.open(open);
    harness.entities = [anEntity('web')];
    const unread = { serviceAccounts: 'forbidden' } as const;
    await harness.sweep(collected(SHOP, { unread }));
    await harness.resolve();
    const gap = { control: 'sa-token-automount', reason: 'forbidden' };
    expect(await harness.stores.reader.listGaps([CLUSTER])).toContainEqual({
      cluster: CLUSTER,
      ...gap,
      since: 1000,
    });
    const findings = await harness.findingsOf(WEB);
    expect(findings).toContain('privileged-container fail web');
    expect(findings.filter(text => / notEvaluated /.test(text))).toEqual([]);
    const outcomes = await outcomesOf(harness, 'web');
    expect(outcomes).toContainEqual(expect.objectContaining(gap));
    expect(outcomes).toContainEqual(
      expect.objectContaining({ control: 'host-pid', outcome: 'pass' }),
    );
  });

  it('makes an unknown version one gap per control, and no finding per workload', async () => {
    const harness = await SweepHarness.open(open);
    harness.entities = [anEntity('web')];
    await harness.sweep(
      collected(SHOP, {
        kubernetesVersion: 'unknown',
        serverVersion: 'v1.7.0',
      }),
    );
    await harness.resolve();
    expect(await harness.stores.knex('findings')).toEqual([]);
    const gaps = await harness.stores.reader.listGaps([CLUSTER]);
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(
      new Set(['unsupportedVersion']),
    );
    for (const outcome of await outcomesOf(harness, 'web'))
      expect(outcome).toMatchObject({
        outcome: 'notEvaluated',
        reason: 'unsupportedVersion',
      });
  });
});
