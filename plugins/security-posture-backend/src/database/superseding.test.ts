import { dumpTables, openStores, Stores } from './__testUtils__/openStores';
import { aChange, aFail, aPart } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { SweepSupersededError, SweepTicket } from './SweepStore';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const web = aChange('web', [aFail('privileged')]);
  const part = aPart('component:default/web', [web]);

  async function afterFirst(): Promise<Stores> {
    const stores = await openStores(() => databases.open(databaseId));
    await stores.sweep({ subjects: [web], parts: [part] }, 1000);
    return stores;
  }

  describe('a sweep that was superseded', () => {
    it.each<
      [string, (stores: Stores, ticket: SweepTicket) => Promise<unknown>]
    >([
      [
        'saveSubjects',
        ({ sweeps }, ticket) => sweeps.saveSubjects(ticket, [web], 9),
      ],
      ['closeGone', ({ sweeps }, ticket) => sweeps.closeGone(ticket, [1], 9)],
      [
        'saveGaps',
        ({ sweeps }, ticket) =>
          sweeps.saveGaps(ticket, [{ control: 'x', reason: 'partial' }], 9),
      ],
      [
        'saveParts',
        ({ sweeps }, ticket) => sweeps.saveParts(ticket, [part], 'other', 9),
      ],
      ['publish', (stores, ticket) => stores.publish(ticket, 9)],
      [
        'fail',
        ({ sweeps }, ticket) =>
          sweeps.fail(ticket, {
            reason: 'partial',
            unreachable: false,
            lists: [],
            now: 9,
          }),
      ],
    ])('cannot %s', async (_, write) => {
      const stores = await afterFirst();
      const old = await stores.begin(3000);
      await stores.begin(4000);
      const before = await dumpTables(stores.knex);
      await expect(write(stores, old)).rejects.toThrow(SweepSupersededError);
      expect(await dumpTables(stores.knex)).toEqual(before);
    });

    it('leaves no trace of its progress', async () => {
      const stores = await afterFirst();
      const old = await stores.begin(3000);
      await stores.begin(4000);
      const before = await dumpTables(stores.knex);
      await stores.sweeps.saveProgress(old, {
        listsRead: 1,
        listsTotal: 2,
        objectsRead: 3,
      });
      expect(await dumpTables(stores.knex)).toEqual(before);
    });
  });
});
