import { openStores, Stores } from './__testUtils__/openStores';
import { aChange, aFail, CLUSTER, keyOf } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { changedImages } from './operations/noteImages';
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

  it('say when a cluster tells only a part, and when it tells all again', async () => {
    const stores = await aStore();
    const inPart = async (now: number) =>
      stores.sweeps.publish(await stores.begin(now), {
        status: 'partial',
        reason: 'forbidden',
        kubernetesVersion: 'v1.35.0',
        reportedControls: [],
        lists: [],
        now,
      });
    await stores.sweep({ subjects: [] }, 1000);
    await inPart(2000);
    await inPart(3000);
    await stores.sweep({ subjects: [] }, 4000);
    await stores.sweep({ subjects: [] }, 5000);
    await fail(stores, 6000);
    await inPart(7000);
    await fail(stores, 8000);
    await stores.sweep({ subjects: [] }, 9000);
    expect(await changesOf(stores)).toEqual([
      [2000, 'clusterScannedInPart', CLUSTER, null, null, 'forbidden'],
      [4000, 'clusterScannedWhole', CLUSTER, null, null, null],
      [6000, 'clusterUnreachable', CLUSTER, null, null, 'unreachable'],
      [7000, 'clusterAnswers', CLUSTER, null, null, null],
      [7000, 'clusterScannedInPart', CLUSTER, null, null, 'forbidden'],
      [8000, 'clusterUnreachable', CLUSTER, null, null, 'unreachable'],
      [9000, 'clusterAnswers', CLUSTER, null, null, null],
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

  describe('of images', () => {
    const running = (name: string, ...images: string[]) =>
      aChange(name, [aFail('host')], {
        facts: JSON.stringify({ images, uses: [] }),
      });

    it('are written down for the workload once its sweep is published', async () => {
      const stores = await aStore();
      await stores.sweep(
        { subjects: [running('web', 'a/web:1'), running('api', 'a/api:1')] },
        1000,
      );
      const unpublished = await stores.begin(2000);
      await stores.sweeps.saveSubjects(
        unpublished,
        [running('web', 'a/web:2')],
        2000,
      );
      expect(await changesOf(stores)).toEqual([]);
      await stores.sweep(
        {
          subjects: [
            running('web', 'a/web:3', 'a/agent:1'),
            running('new', 'a/new:1'),
          ],
        },
        3000,
      );
      expect(await changesOf(stores)).toEqual([
        [3000, 'imageChanged', keyOf('web'), null, 'a/web:1', 'a/web:3'],
        [3000, 'imageChanged', keyOf('web'), null, null, 'a/agent:1'],
      ]);
      await stores.sweep({ subjects: [] }, 4000);
      await stores.sweep({ subjects: [], gone: [keyOf('web')] }, 5000);
      await stores.sweep({ subjects: [running('web', 'a/web:4')] }, 6000);
      expect(await changesOf(stores)).toHaveLength(2);
    });

    it.each<[string, string[], string[], ReturnType<typeof changedImages>]>([
      [
        'another tag',
        ['r:5000/web:1'],
        ['r:5000/web:2'],
        [{ from: 'r:5000/web:1', to: 'r:5000/web:2' }],
      ],
      [
        'another digest',
        ['web@sha256:a'],
        ['web:2@sha256:b'],
        [{ from: 'web@sha256:a', to: 'web:2@sha256:b' }],
      ],
      [
        'another repository',
        ['web:1'],
        ['shop/web:1'],
        [{ to: 'shop/web:1' }, { from: 'web:1' }],
      ],
      [
        'one more of the same repository',
        ['web:1'],
        ['web:1', 'web:2'],
        [{ to: 'web:2' }],
      ],
      ['the same in another order', ['b:1', 'a:1'], ['a:1', 'b:1'], []],
    ])('tell %s', (_, before, after, expected) => {
      expect(changedImages(before, after)).toEqual(expected);
    });
  });
});
