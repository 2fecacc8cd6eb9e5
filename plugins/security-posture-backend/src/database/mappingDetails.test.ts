import { DatabaseEntityDetailsReader } from './DatabaseEntityDetailsReader';
import { sweptStores } from './__testUtils__/openStores';
import { aChange, aLink, CLUSTER, keyOf } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  /** After a sweep that found `web` and `worker`. */
  async function swept() {
    const stores = await sweptStores(() => databases.open(databaseId));
    return { stores, details: new DatabaseEntityDetailsReader(stores.knex) };
  }

  const WEB = {
    cluster: CLUSTER,
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'web',
  };

  describe('workloads of a name', () => {
    it('are those that bear it and belong to nobody', async () => {
      const { stores, details } = await swept();
      expect(await details.listNamesakes('web', 5)).toEqual([WEB]);
      expect(await details.listNamesakes('none', 5)).toEqual([]);
      const [web] = await stores.idsOf('web');
      const rest = Array.from({ length: 9 }, (_, n) => aLink(`r${n}`, []));
      await stores.saveLinks([aLink('owner', [web]), ...rest], 2000);
      expect(await details.listNamesakes('web', 5)).toEqual([]);
      await stores.saveLinks(rest, 3000);
      expect(await details.listNamesakes('web', 5)).toEqual([WEB]);
    });

    it('are no images, and none that are gone', async () => {
      const { stores, details } = await swept();
      await stores
        .knex('subjects')
        .where({ name: 'worker' })
        .update({ type: 'image' });
      expect(await details.listNamesakes('worker', 5)).toEqual([]);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 2000);
      expect(await details.listNamesakes('web', 5)).toEqual([]);
    });

    it('are so many at most, the oldest first', async () => {
      const { stores, details } = await swept();
      const rows = await stores.knex('subjects').where({ name: 'web' });
      for (const number of [1, 2, 3]) {
        const { id, ...row } = rows[0];
        await stores
          .knex('subjects')
          .insert({ ...row, key: `k${number}`, namespace: `n${number}` });
      }
      const found = await details.listNamesakes('web', 3);
      expect(found.map(({ namespace }) => namespace)).toEqual([
        'shop',
        'n1',
        'n2',
      ]);
    });
  });

  it('counts the published workloads of a cluster by namespace', async () => {
    const { stores, details } = await swept();
    const { knex } = stores;
    const counted = async (cluster: string) => [
      ...(await details.countWorkloads(cluster)),
    ];
    expect(await counted(CLUSTER)).toEqual([['shop', 2]]);
    expect(await counted('none')).toEqual([]);
    await knex('subjects').where({ name: 'web' }).update({ namespace: null });
    expect((await counted(CLUSTER)).sort()).toEqual([
      ['', 1],
      ['shop', 1],
    ]);
    const ticket = await stores.begin(2000);
    await stores.sweeps.saveSubjects(ticket, [aChange('new', [])], 2000);
    expect(await counted(CLUSTER)).toHaveLength(2);
    await stores.publish(ticket, 2000);
    expect(await details.countWorkloads(CLUSTER)).toEqual(
      new Map([
        ['', 1],
        ['shop', 2],
      ]),
    );
  });
});
