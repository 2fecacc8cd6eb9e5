import { openStores } from '../database/__testUtils__/openStores';
import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { syncClusters } from '../database/operations/syncClusters';
import { readSchedule, readSchedules } from './readSchedules';

const NAMES = ['aks', 'empty', CLUSTER];

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  it('tells how each configured cluster stands', async () => {
    const stores = await openStores(open);
    expect(await readSchedules(stores.knex)).toEqual([
      {
        name: CLUSTER,
        scannable: true,
        lastFailed: false,
        lastUnended: false,
        requested: false,
      },
    ]);
    await stores.sweep({ subjects: [] }, 1000);
    const request = { clusters: [CLUSTER], requestedBy: 'user:default/guest' };
    await stores.reader.createScan({ ...request, now: 1500 });
    expect(await readSchedules(stores.knex)).toEqual([
      {
        name: CLUSTER,
        scannable: true,
        lastStartedAt: 1000,
        lastFailed: false,
        lastUnended: false,
        requested: true,
      },
    ]);
    await stores.begin(2000);
    expect(await readSchedules(stores.knex)).toEqual([
      {
        name: CLUSTER,
        scannable: true,
        lastStartedAt: 2000,
        lastFailed: false,
        lastUnended: true,
        requested: false,
      },
    ]);
  });

  it('leaves out clusters that are gone, and says which admit users only', async () => {
    const stores = await openStores(open);
    await syncClusters(
      stores.knex,
      [
        {
          name: 'aks',
          authProvider: 'aks',
          production: false,
          scannable: false,
        },
      ],
      1000,
    );
    expect(await readSchedules(stores.knex)).toEqual([
      {
        name: 'aks',
        scannable: false,
        lastFailed: false,
        lastUnended: false,
        requested: false,
      },
    ]);
  });

  it('tells how one cluster stands, by its own rows only', async () => {
    const stores = await openStores(open);
    await syncClusters(
      stores.knex,
      NAMES.map(name => ({
        name,
        authProvider: 'serviceAccount',
        production: false,
        scannable: name !== 'aks',
      })),
      500,
    );
    await stores.sweep({ subjects: [] }, 1000);
    const request = { clusters: [CLUSTER], requestedBy: 'user:default/guest' };
    await stores.reader.createScan({ ...request, now: 1500 });
    const others: string[] = [];
    stores.knex.on('query', ({ sql, bindings }) => {
      if (!NAMES.some(name => bindings.includes(name))) others.push(sql);
    });
    const one = await Promise.all(
      NAMES.map(name => readSchedule(stores.knex, name)),
    );
    expect(others).toEqual([]);
    expect(one).toEqual(await readSchedules(stores.knex));
    expect(await readSchedule(stores.knex, 'unknown')).toBeUndefined();
  });
});
