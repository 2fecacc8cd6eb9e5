import { openStores, Stores } from './__testUtils__/openStores';
import { CLUSTER } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { noteVersions } from './operations/noteVersions';
import { syncClusters } from './operations/syncClusters';

const databases = testDatabases();

describe.each(databases.ids)('changes on %s', databaseId => {
  const aStore = () => openStores(() => databases.open(databaseId));

  async function changesOf({ knex }: Stores) {
    const rows = await knex('changes').orderBy('id');
    return rows.map(row => [
      Number(row.at),
      row.what,
      row.scope_ref,
      row.ref,
      row.from,
      row.to,
    ]);
  }

  async function fail(stores: Stores, now: number, unreachable = true) {
    const reason = unreachable ? 'unreachable' : 'partial';
    const end = { reason, unreachable, lists: [], now } as const;
    await stores.sweeps.fail(await stores.begin(now), end);
  }

  it('say when a cluster stops answering, and when it answers again', async () => {
    const stores = await aStore();
    await stores.sweep({ subjects: [] }, 1000);
    await fail(stores, 2000);
    await fail(stores, 3000);
    await stores.sweep({ subjects: [] }, 4000);
    await stores.sweep({ subjects: [] }, 5000);
    expect(await changesOf(stores)).toEqual([
      [2000, 'clusterUnreachable', CLUSTER, null, null, 'unreachable'],
      [4000, 'clusterAnswers', CLUSTER, null, null, null],
    ]);
  });

  it('say nothing of a sweep that failed for another reason', async () => {
    const stores = await aStore();
    await fail(stores, 1000, false);
    await stores.sweep({ subjects: [] }, 2000);
    expect(await changesOf(stores)).toEqual([]);
  });

  it('say when a cluster becomes production, goes and comes back', async () => {
    const stores = await aStore();
    const cluster = {
      name: CLUSTER,
      authProvider: 'serviceAccount',
      production: false,
      scannable: true,
    };
    await syncClusters(stores.knex, [cluster], 1000);
    await syncClusters(stores.knex, [cluster], 2000);
    await syncClusters(stores.knex, [], 3000);
    await syncClusters(stores.knex, [], 4000);
    await syncClusters(stores.knex, [{ ...cluster, production: true }], 5000);
    expect(await changesOf(stores)).toEqual([
      [1000, 'productionChanged', CLUSTER, null, 'true', 'false'],
      [3000, 'clusterGone', CLUSTER, null, null, null],
      [5000, 'clusterReturned', CLUSTER, null, null, null],
      [5000, 'productionChanged', CLUSTER, null, 'false', 'true'],
    ]);
  });

  it('say when library and profiles are others than before, once', async () => {
    const stores = await aStore();
    const { knex } = stores;
    const versions = { library: '1', profiles: { workload: '1.0' } };
    await noteVersions(knex, versions, 1000);
    await noteVersions(knex, versions, 2000);
    const newer = { ...versions, library: '2' };
    await Promise.all([
      noteVersions(knex, newer, 3000),
      noteVersions(knex, newer, 3000),
    ]);
    await noteVersions(knex, { ...newer, profiles: { workload: '1.1' } }, 4000);
    expect(await changesOf(stores)).toEqual([
      [1000, 'libraryChanged', 'all', null, null, '1'],
      [1000, 'profileChanged', 'all', 'workload', null, '1.0'],
      [3000, 'libraryChanged', 'all', null, '1', '2'],
      [4000, 'profileChanged', 'all', 'workload', '1.0', '1.1'],
    ]);
  });
});
