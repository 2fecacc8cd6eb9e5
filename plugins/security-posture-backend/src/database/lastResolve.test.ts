import { openStores } from './__testUtils__/openStores';
import { aChange, aPass, CLUSTER, keyOf } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  const opened = async () => (await openStores(open)).resolving;
  const OF_ONE = { digest: 'one', endedAt: 1_800_000_000_000 };
  const OF_OTHER = { digest: 'other', endedAt: 1_800_000_000_001 };

  describe.each([undefined, CLUSTER])('the last resolve of %s', of => {
    it('is none at first, and none while one is under way', async () => {
      const resolving = await opened();
      expect(await resolving.readLastResolve(of)).toBeUndefined();
      await resolving.beginResolve(of);
      expect(await resolving.readLastResolve(of)).toBeUndefined();
    });

    it('is what ended last, until the next begins', async () => {
      const resolving = await opened();
      for (const ended of [OF_ONE, OF_OTHER]) {
        await resolving.endResolve(await resolving.beginResolve(of), ended, of);
        expect(await resolving.readLastResolve(of)).toEqual(ended);
      }
      await resolving.beginResolve(of);
      expect(await resolving.readLastResolve(of)).toBeUndefined();
    });

    it('is none where two have met, whichever ends first', async () => {
      const resolving = await opened();
      const first = await resolving.beginResolve(of);
      const second = await resolving.beginResolve(of);
      await resolving.endResolve(first, OF_ONE, of);
      expect(await resolving.readLastResolve(of)).toBeUndefined();
      await resolving.endResolve(second, OF_OTHER, of);
      expect(await resolving.readLastResolve(of)).toBeUndefined();

      const third = await resolving.beginResolve(of);
      const fourth = await resolving.beginResolve(of);
      await resolving.endResolve(fourth, OF_OTHER, of);
      await resolving.endResolve(third, OF_ONE, of);
      expect(await resolving.readLastResolve(of)).toBeUndefined();
    });
  });

  it('knows the resolve of one cluster from that of another and of the catalog', async () => {
    const resolving = await opened();
    const ticket = await resolving.beginResolve(CLUSTER);
    await resolving.endResolve(ticket, OF_ONE, CLUSTER);
    await resolving.beginResolve('other');
    await resolving.beginResolve();
    expect(await resolving.readLastResolve(CLUSTER)).toEqual(OF_ONE);
    expect(await resolving.readLastResolve('other')).toBeUndefined();
    expect(await resolving.readLastResolve()).toBeUndefined();
  });

  describe('how far the sweeps of a cluster are', () => {
    const state = {
      cluster: CLUSTER,
      changed: 0,
      reported: '[]',
      isRunning: false,
    };
    const web = aChange('web', [aPass('tagged')]);

    it('is told of each that is listed', async () => {
      const stores = await openStores(open);
      const states = () => stores.resolving.listSweepStates();
      expect(await states()).toEqual([state]);
      const ticket = await stores.begin(1000);
      expect(await states()).toEqual([{ ...state, isRunning: true }]);
      await stores.publish(ticket, 2000);
      expect(await states()).toEqual([state]);
      await stores.knex('clusters').update({ gone_at: 3000 });
      expect(await states()).toEqual([]);
    });

    it('names the last sweep that changed a subject', async () => {
      const stores = await openStores(open);
      const changed = async () =>
        (await stores.resolving.listSweepStates())[0].changed;
      await stores.sweep({ subjects: [web] }, 1000);
      expect(await changed()).toBe(1);
      await stores.sweep({ subjects: [] }, 2000);
      expect(await changed()).toBe(1);
      const failing = await stores.begin(3000);
      await stores.sweeps.saveSubjects(failing, [web], 3000);
      await stores.sweeps.fail(failing, {
        reason: 'unreachable',
        unreachable: true,
        lists: [],
        now: 3000,
      });
      expect(await changed()).toBe(1);
      await stores.sweep({ subjects: [] }, 4000);
      expect(await changed()).toBe(1);
      await stores.sweep({ subjects: [web] }, 5000);
      expect(await changed()).toBe(4);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 6000);
      expect(await changed()).toBe(5);
    });
  });
});
