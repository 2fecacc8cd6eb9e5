import { openStores } from './__testUtils__/openStores';
import { CLUSTER } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  const opened = async () => (await openStores(open)).resolving;
  const OF_ONE = { digest: 'one', endedAt: 1_800_000_000_000 };
  const OF_OTHER = { digest: 'other', endedAt: 1_800_000_000_001 };

  describe('the last resolve', () => {
    it('is none at first, and none while one is under way', async () => {
      const resolving = await opened();
      expect(await resolving.readLastResolve()).toBeUndefined();
      await resolving.beginResolve();
      expect(await resolving.readLastResolve()).toBeUndefined();
    });

    it('is what ended last, until the next begins', async () => {
      const resolving = await opened();
      for (const ended of [OF_ONE, OF_OTHER]) {
        await resolving.endResolve(await resolving.beginResolve(), ended);
        expect(await resolving.readLastResolve()).toEqual(ended);
      }
      await resolving.beginResolve();
      expect(await resolving.readLastResolve()).toBeUndefined();
    });

    it('is none where two have met, whichever ends first', async () => {
      const resolving = await opened();
      const first = await resolving.beginResolve();
      const second = await resolving.beginResolve();
      await resolving.endResolve(first, OF_ONE);
      expect(await resolving.readLastResolve()).toBeUndefined();
      await resolving.endResolve(second, OF_OTHER);
      expect(await resolving.readLastResolve()).toBeUndefined();

      const third = await resolving.beginResolve();
      const fourth = await resolving.beginResolve();
      await resolving.endResolve(fourth, OF_OTHER);
      await resolving.endResolve(third, OF_ONE);
      expect(await resolving.readLastResolve()).toBeUndefined();
    });
  });

  it('tells how far the sweeps of each listed cluster are', async () => {
    const stores = await openStores(open);
    const states = () => stores.resolving.listSweepStates();
    const state = { cluster: CLUSTER, published: 0, isRunning: false };
    expect(await states()).toEqual([state]);
    const ticket = await stores.begin(1000);
    expect(await states()).toEqual([{ ...state, isRunning: true }]);
    await stores.publish(ticket, 2000);
    expect(await states()).toEqual([{ ...state, published: 1 }]);
    await stores.knex('clusters').update({ gone_at: 3000 });
    expect(await states()).toEqual([]);
  });
});
