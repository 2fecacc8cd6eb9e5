import { ClusterReadError } from 'backstage-plugin-security-posture-node';
import { dumpTables } from '../database/__testUtils__/openStores';
import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { SweepSupersededError } from '../database/SweepStore';
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

  it('judges what it collected, and publishes it', async () => {
    const harness = await SweepHarness.open(open);
    await harness.sweep(collected(SHOP));
    const { reader } = harness.stores;
    expect(await reader.getCluster(CLUSTER)).toMatchObject({
      state: 'scanned',
      sweepNo: 1,
      version: 'v1.35.8',
    });
    expect([...(await reader.countSubjects())]).toEqual([[CLUSTER, 2]]);
    expect(await reader.getLastSweep(CLUSTER)).toMatchObject({
      status: 'complete',
      lists: [{ resource: 'deployments', objects: 2 }],
    });
    const [sweep] = harness.moved;
    expect(sweep).toBe((await reader.getLastSweep(CLUSTER))!.id);
  });

  it('gives entities that are known the parts of their postures', async () => {
    const harness = await afterFirst();
    await harness.sweep(collected(aDeployment('web') + aDeployment('worker')));
    const entity = await harness.stores.reader.getEntity(WEB);
    expect(entity?.parts).toMatchObject([{ cluster: CLUSTER, subjects: 1 }]);
    const tally = entity?.parts[0].tallies['privileged-container'];
    expect(tally).toMatchObject({ pass: 1, fail: {} });
    const before = await dumpTables(harness.stores.knex);
    await harness.resolve();
    const after = await dumpTables(harness.stores.knex);
    expect(after.posture_parts).toEqual(before.posture_parts);
  });

  it('writes nothing but its own row and its cluster where nothing changed', async () => {
    const harness = await afterFirst();
    await harness.sweep(collected(SHOP));
    harness.now = 3000;
    const {
      sweeps: _,
      clusters,
      ...before
    } = await dumpTables(harness.stores.knex);
    await harness.sweep(collected(SHOP));
    const {
      sweeps,
      clusters: now,
      ...after
    } = await dumpTables(harness.stores.knex);
    expect(after).toEqual(before);
    expect(sweeps).toHaveLength(3);
    expect(now).not.toEqual(clusters);
  });

  it('judges an object once that a list shows twice', async () => {
    const harness = await SweepHarness.open(open);
    const twice = collected(SHOP);
    await harness.sweep({
      ...twice,
      workloads: [...twice.workloads, ...twice.workloads],
    });
    expect([...(await harness.stores.reader.countSubjects())]).toEqual([
      [CLUSTER, 2],
    ]);
  });

  describe('a cluster that does not answer', () => {
    it('keeps its last posture and says why', async () => {
      const harness = await afterFirst();
      const before = await harness.stores.view(WEB);
      await harness.sweep(async () => {
        throw new ClusterReadError('the cluster is away', {
          reason: 'unreachable',
          reach: 'cluster',
        });
      });
      expect(await harness.stores.view(WEB)).toEqual(before);
      expect(await harness.stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'unreachable',
        reason: 'unreachable',
        failingSince: 2000,
        lastSuccessAt: 1000,
      });
      expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        status: 'failed',
        reason: 'unreachable',
      });
      await harness.sweep(collected(SHOP));
      expect(await harness.stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'scanned',
      });
    });
  });

  describe('a sweep that goes wrong', () => {
    it('is thrown, ends as failed, and leaves nothing', async () => {
      const harness = await afterFirst();
      const before = await harness.stores.view(WEB);
      const { lists, ...broken } = collected(
        aDeployment('web') + aDeployment('new'),
      );
      const inventory = { ...broken.inventory };
      Object.defineProperty(inventory, 'kubernetesVersion', {
        get: () => {
          throw new TypeError('broken');
        },
      });
      await expect(
        harness.sweep({ ...broken, lists, inventory }),
      ).rejects.toThrow('broken');
      expect(await harness.stores.view(WEB)).toEqual(before);
      expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        status: 'failed',
        reason: 'partial',
        lists: [{ resource: 'deployments' }],
      });
      expect(await harness.stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'scanned',
      });
      expect(harness.moved).toHaveLength(2);
    });

    it('ends with the reason of its abortion', async () => {
      const harness = await afterFirst();
      const controller = new AbortController();
      const aborted = harness.sweep(async () => {
        controller.abort(new Error('timed out'));
        return collected(SHOP);
      }, controller.signal);
      await expect(aborted).rejects.toThrow('timed out');
      expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        status: 'failed',
      });
    });

    it('leaves the field to one that began meanwhile', async () => {
      const harness = await afterFirst();
      let other: { sweepId: string } | undefined;
      const superseded = harness.sweep(async () => {
        other = await harness.stores.begin(2500);
        return collected(aDeployment('new'));
      });
      await expect(superseded).rejects.toThrow(SweepSupersededError);
      expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        id: other!.sweepId,
        status: 'running',
      });
    });
  });

  it('proves the patch of a finding that opens', async () => {
    const harness = await afterFirst();
    const findings = (await harness.stores.view(WEB)).findings;
    expect(
      findings.find(({ control }) => control === 'privileged-container'),
    ).toMatchObject({ patchProven: true });
    expect(
      findings.find(({ control }) => control === 'image-digest'),
    ).not.toHaveProperty('patchProven');
  });

  it('closes what is gone, and finds what is new', async () => {
    const harness = await afterFirst();
    await harness.sweep(collected(aDeployment('worker') + aDeployment('new')));
    await harness.resolve();
    expect(await harness.findingsOf(WEB)).toEqual([]);
    const stored = await harness.stores.resolving.listStoredSubjects(CLUSTER);
    expect(stored.map(({ name }) => name).sort()).toEqual(['new', 'worker']);
  });

  it('keeps how far it is, and tells those who wait', async () => {
    const harness = await SweepHarness.open(open);
    await harness.sweep(async (_, { onProgress }) => {
      onProgress({ listsRead: 3, listsTotal: 20, objectsRead: 170 });
      onProgress({ listsRead: 4, listsTotal: 20, objectsRead: 171 });
      return collected(SHOP);
    });
    expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
      progress: { listsRead: 3, listsTotal: 20, objectsRead: 170 },
    });
    expect(harness.moved).toHaveLength(2);
  });
});
