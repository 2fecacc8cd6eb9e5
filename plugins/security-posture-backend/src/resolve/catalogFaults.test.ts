import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import {
  aDeployment,
  collected,
  PRIVILEGED,
} from '../sweep/__testUtils__/collected';
import { anEntity, SweepHarness } from '../sweep/__testUtils__/SweepHarness';
import { CatalogEntity } from './CatalogEntity';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  /** After a sweep and a resolve of a catalog that lists `web` and these. */
  async function resolved(
    others: readonly CatalogEntity[] = [],
  ): Promise<SweepHarness> {
    const harness = await SweepHarness.open(() => databases.open(databaseId));
    harness.entities = [anEntity('web'), ...others];
    await harness.sweep(collected(aDeployment('web', PRIVILEGED)));
    await harness.resolve();
    harness.now += 1000;
    return harness;
  }

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => anEntity(`service-${index}`));

  async function presentIn({ stores }: SweepHarness): Promise<number> {
    const [{ total }] = await stores
      .knex('entities')
      .whereNull('gone_at')
      .count({ total: '*' });
    return Number(total);
  }

  it('fault: a catalog that answers empty at start: every posture stays, and the log says how many entities are missing', async () => {
    const harness = await resolved();
    const before = await harness.stores.view(WEB);
    harness.entities = [];
    await harness.resolve();
    expect(await harness.stores.view(WEB)).toEqual(before);
    expect(harness.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('The catalog lists 1 entities less than before'),
    );
  });

  it('fault: 10,000 entities deleted at once: a listing without them is not believed, every posture stays, and the log says so', async () => {
    const harness = await resolved(many(10_000));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    expect(await presentIn(harness)).toBe(10_001);
    expect(harness.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('10000 entities less than before'),
    );
  });

  it('fault: a fifth of 5,000 entities deleted at once: they go, and no other loses its posture', async () => {
    const harness = await resolved(many(5_000));
    const before = await harness.stores.view(WEB);
    harness.entities = [anEntity('web'), ...many(4_000)];
    await harness.resolve();
    expect(await presentIn(harness)).toBe(4_001);
    expect(await harness.stores.view(WEB)).toEqual(before);
  });

  it('fault: catalog unreachable: a sweep is published all the same, postures stay, and the next resolve takes it in', async () => {
    const harness = await resolved();
    const { entities } = harness;
    const before = await harness.stores.view(WEB);
    await harness.sweep(
      collected(aDeployment('web', PRIVILEGED) + aDeployment('new')),
    );
    await expect(harness.resolveWithoutCatalog()).rejects.toThrow(
      'the catalog is away',
    );
    expect((await harness.stores.view(WEB)).findings).toEqual(before.findings);
    harness.entities = [...entities, anEntity('new')];
    await harness.resolve();
    const { reader } = harness.stores;
    expect((await reader.getEntity('component:default/new'))?.parts).toEqual([
      expect.objectContaining({ cluster: CLUSTER, subjects: 1 }),
    ]);
  });
});
