import { dumpTables, openStores, Stores } from './__testUtils__/openStores';
import { aChange, aFail, aPart, CLUSTER } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const WEB = 'component:default/web';
const AHEAD = 900_000;
const NOW = 5_000;

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  async function sweep(stores: Stores, now: number, ...failing: string[]) {
    const web = aChange(
      'web',
      failing.map(control => aFail(control)),
    );
    const content = { subjects: [web], parts: [aPart(WEB, [web])] };
    const ticket = await stores.sweep(content, now);
    await stores.link('web', [web.key], now);
    return ticket;
  }

  /** After sweeps while the clock was ahead, the first of which found what the last one did not. */
  async function sweptAhead(): Promise<Stores> {
    const stores = await openStores(() => databases.open(databaseId));
    await sweep(stores, AHEAD, 'privileged', 'host-pid');
    await sweep(stores, AHEAD + 1, 'privileged');
    return stores;
  }

  describe('fault: the clock is put back', () => {
    it('shows nothing as open since a time to come after the next sweep, and loses nothing', async () => {
      const stores = await sweptAhead();
      const before = await stores.view(WEB);
      await sweep(stores, NOW, 'privileged');
      const { findings, ...after } = await stores.view(WEB);
      expect(findings.map(({ key }) => key)).toEqual(
        before.findings.map(({ key }) => key),
      );
      expect(findings.map(({ openSince }) => openSince)).toEqual([NOW - 1]);
      expect(after.workloads).toEqual(before.workloads);
    });

    it('takes the sweep after it for the last one, and its success for the last success', async () => {
      const stores = await sweptAhead();
      const { sweepId } = await sweep(stores, NOW, 'privileged');
      const last = await stores.reader.getLastSweep(CLUSTER);
      expect(last).toMatchObject({ id: sweepId, startedAt: NOW });
      expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
        lastSuccessAt: NOW,
      });
    });

    it('counts a cluster that does not answer any more as fresh from now, not from the time to come', async () => {
      const stores = await sweptAhead();
      await stores.sweeps.fail(await stores.begin(NOW), {
        reason: 'unreachable',
        unreachable: true,
        lists: [],
        now: NOW,
      });
      expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'unreachable',
        lastSuccessAt: NOW - 1,
        failingSince: NOW,
      });
    });
  });

  describe('fault: the clock is put forward', () => {
    it('keeps since when a finding is open', async () => {
      const stores = await openStores(() => databases.open(databaseId));
      await sweep(stores, NOW, 'privileged');
      await sweep(stores, AHEAD, 'privileged');
      const { findings } = await stores.view(WEB);
      expect(findings.map(({ openSince }) => openSince)).toEqual([NOW]);
    });
  });

  it('changes no time where none lies ahead', async () => {
    const stores = await sweptAhead();
    const {
      sweeps: _,
      clusters: __,
      ...before
    } = await dumpTables(stores.knex);
    await stores.begin(AHEAD + 2);
    const { sweeps, clusters, ...after } = await dumpTables(stores.knex);
    expect(after).toEqual(before);
    expect(sweeps).toHaveLength(3);
    expect(clusters).toHaveLength(1);
  });
});
