import { countOwnedSubjects } from '../database/operations/readEntities';
import { CLUSTER } from '../database/__testUtils__/samples';
import { dumpTables } from '../database/__testUtils__/openStores';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { decodeOutcomes } from '../database/outcomes';
import {
  aDeployment,
  collected,
  PRIVILEGED,
} from '../sweep/__testUtils__/collected';
import { anEntity, SweepHarness } from '../sweep/__testUtils__/SweepHarness';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  async function swept(yaml: string, rest = {}): Promise<SweepHarness> {
    const harness = await SweepHarness.open(open);
    await harness.sweep(collected(yaml, rest));
    harness.now = 2000;
    return harness;
  }

  async function outcomeOf(harness: SweepHarness, control: string) {
    const [{ outcomes }] = await harness.stores
      .knex('subjects')
      .where({ name: 'web' });
    return decodeOutcomes(outcomes).find(one => one.control === control);
  }

  it('gives a new entity its posture without a sweep', async () => {
    const harness = await swept(aDeployment('web', PRIVILEGED));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    const entity = await harness.stores.reader.getEntity(WEB);
    expect(entity?.parts).toMatchObject([
      {
        cluster: CLUSTER,
        subjects: 1,
        tallies: { 'privileged-container': { fail: { critical: 1 } } },
      },
    ]);
    expect(await harness.findingsOf(WEB)).toContain(
      'privileged-container fail web',
    );
    const { knex } = harness.stores;
    expect(await countOwnedSubjects(knex, 'all')).toBe(1);
    expect(await countOwnedSubjects(knex, new Set([WEB]))).toBe(1);
    const other = new Set(['component:default/other']);
    expect(await countOwnedSubjects(knex, other)).toBe(0);
  });

  it('writes nothing where nothing changed', async () => {
    const harness = await swept(aDeployment('web', PRIVILEGED));
    harness.entities = [anEntity('web'), anEntity('other')];
    await harness.resolve();
    const before = await dumpTables(harness.stores.knex);
    harness.now = 3000;
    await harness.resolve();
    expect(await dumpTables(harness.stores.knex)).toEqual(before);
  });

  it('writes nothing where the catalog fails', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    const before = await dumpTables(harness.stores.knex);
    await expect(harness.resolveWithoutCatalog()).rejects.toThrow(
      'the catalog is away',
    );
    expect(await dumpTables(harness.stores.knex)).toEqual(before);
  });

  it('deletes nothing where over a fifth of all entities went at once, and says so', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = ['web', 'a', 'b'].map(name => anEntity(name));
    await harness.resolve();
    harness.entities = [anEntity('a'), anEntity('b')];
    await harness.resolve();
    expect((await harness.stores.reader.getEntity(WEB))?.parts).toHaveLength(1);
    expect(harness.logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/lists 1 entities less than before/)],
    ]);
  });

  it('ends the posture of an entity that is gone', async () => {
    const harness = await swept(
      aDeployment('web', '', { namespace: 'kube-system' }),
    );
    const rest = Array.from({ length: 9 }, (_, index) =>
      anEntity(`rest-${index}`),
    );
    harness.entities = [anEntity('web'), ...rest];
    await harness.resolve();
    expect(
      await outcomeOf(harness, 'workload-in-system-namespace'),
    ).toMatchObject({ outcome: 'fail' });
    harness.entities = rest;
    await harness.resolve();
    expect(await harness.stores.reader.getEntity(WEB)).toBeUndefined();
    expect(
      await harness.stores
        .knex('posture_parts')
        .where({ scope_type: 'entity' }),
    ).toMatchObject([{ subjects: 0 }]);
    expect(
      await outcomeOf(harness, 'workload-in-system-namespace'),
    ).toMatchObject({ outcome: 'notApplicable' });
  });

  describe('a sweep and a resolve at the same time', () => {
    it('leave nothing judged for owners of before', async () => {
      const SYSTEM = aDeployment('web', '', { namespace: 'kube-system' });
      const changed = aDeployment('web', PRIVILEGED, {
        namespace: 'kube-system',
      });
      const harness = await swept(SYSTEM);
      const environment = harness.sweepEnvironment;
      const { store } = environment;
      const saveGaps = store.saveGaps.bind(store);
      jest.spyOn(store, 'saveGaps').mockImplementation(async (...options) => {
        harness.entities = [anEntity('web')];
        await harness.resolve();
        await saveGaps(...options);
      });
      await harness.sweep(collected(changed));
      await harness.resolve();
      expect(await harness.findingsOf(WEB)).toEqual(
        expect.arrayContaining([
          'workload-in-system-namespace fail web',
          'privileged-container fail web',
        ]),
      );
      expect((await harness.stores.reader.getEntity(WEB))?.parts).toMatchObject(
        [
          {
            subjects: 1,
            tallies: {
              'workload-in-system-namespace': { fail: { medium: 1 } },
              'privileged-container': { fail: { critical: 1 } },
            },
          },
        ],
      );
    });
  });

  it('shows nothing of a cluster that is gone', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    await harness.stores.knex('clusters').update({ gone_at: 1 });
    await harness.resolve();
    expect(await harness.stores.view(WEB)).toMatchObject({
      entity: { parts: [] },
      findings: [],
      workloads: [],
      owned: 0,
    });
  });
});
