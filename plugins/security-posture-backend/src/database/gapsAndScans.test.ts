import { openStores, Stores } from './__testUtils__/openStores';
import { CLUSTER } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { listScansOf, listWaitingClusters } from './operations/scans';
import { syncClusters } from './operations/syncClusters';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  describe('gaps', () => {
    const audit = { control: 'audit', reason: 'forbidden' } as const;

    it('is one row for as long as it lasts', async () => {
      const stores = await openStores(open);
      for (const now of [1000, 2000, 3000])
        await stores.sweep({ subjects: [], gaps: [audit] }, now);
      expect(await stores.knex('gaps')).toMatchObject([
        { control_id: 'audit', since_no: 1, until_no: null },
      ]);
      expect(await stores.reader.listGaps([CLUSTER])).toEqual([
        { cluster: CLUSTER, ...audit, since: 1000 },
      ]);
    });

    it('ends, and begins anew', async () => {
      const stores = await openStores(open);
      await stores.sweep({ subjects: [], gaps: [audit] }, 1000);
      await stores.sweep({ subjects: [] }, 2000);
      expect(await stores.reader.listGaps([CLUSTER])).toEqual([]);
      await stores.sweep({ subjects: [], gaps: [audit] }, 3000);
      expect(await stores.reader.listGaps([CLUSTER])).toMatchObject([
        { since: 3000 },
      ]);
    });

    it('is another one for another reason', async () => {
      const stores = await openStores(open);
      await stores.sweep({ subjects: [], gaps: [audit] }, 1000);
      const other = { control: 'audit', reason: 'unreachable' } as const;
      await stores.sweep({ subjects: [], gaps: [other] }, 2000);
      expect(await stores.reader.listGaps([CLUSTER])).toEqual([
        { cluster: CLUSTER, ...other, since: 2000 },
      ]);
    });

    it('is listed for the clusters that are asked for only', async () => {
      const stores = await openStores(open);
      await stores.sweep({ subjects: [], gaps: [audit] }, 1000);
      expect(await stores.reader.listGaps(['other'])).toEqual([]);
      expect(await stores.reader.listGaps([])).toEqual([]);
    });
  });

  describe('scan requests', () => {
    const WEB = 'component:default/web';
    const openScan = async (stores: Stores) =>
      (await stores.reader.getEntity(WEB))!.openScan;
    const request = (stores: Stores, now: number, entityRef?: string) =>
      stores.reader.createScan({
        clusters: [CLUSTER],
        ...(entityRef ? { entityRef } : {}),
        requestedBy: 'user:default/guest',
        now,
      });

    it('is answered by the next sweep, never by one that runs already', async () => {
      const stores = await openStores(open);
      await stores.link('web', [], 0);
      const running = await stores.begin(1000);
      const id = await request(stores, 1500, WEB);
      await stores.publish(running, 2000);
      expect(await stores.reader.getScan(id)).toMatchObject({
        clusters: [{ cluster: CLUSTER }],
      });
      expect((await stores.reader.getScan(id))?.clusters[0]).not.toHaveProperty(
        'sweep',
      );
      expect(await listWaitingClusters(stores.knex)).toEqual(
        new Set([CLUSTER]),
      );
      expect(await openScan(stores)).toBe(id);

      const next = await stores.begin(3000);
      expect(await listWaitingClusters(stores.knex)).toEqual(new Set());
      expect(await listScansOf(stores.knex, next.sweepId)).toEqual([id]);
      await stores.sweeps.saveProgress(next, {
        listsRead: 1,
        listsTotal: 9,
        objectsRead: 70,
      });
      expect(await stores.reader.getScan(id)).toMatchObject({
        id,
        entityRef: WEB,
        requestedBy: 'user:default/guest',
        requestedAt: 1500,
        clusters: [
          {
            sweep: {
              id: next.sweepId,
              status: 'running',
              progress: { listsRead: 1, listsTotal: 9, objectsRead: 70 },
            },
          },
        ],
      });
      await stores.publish(next, 4000);
      expect(
        (await stores.reader.getScan(id))?.clusters[0].sweep,
      ).toMatchObject({
        status: 'complete',
        finishedAt: 4000,
        lists: [{ resource: 'deployments', objects: 2 }],
      });
      expect(await openScan(stores)).toBeUndefined();
    });

    it('waits again where the sweep that took it was killed', async () => {
      const stores = await openStores(open);
      const id = await request(stores, 500);
      const killed = await stores.begin(1000);
      expect((await stores.reader.getScan(id))?.clusters[0].sweep?.id).toBe(
        killed.sweepId,
      );
      const next = await stores.begin(2000);
      expect((await stores.reader.getScan(id))?.clusters[0].sweep?.id).toBe(
        next.sweepId,
      );
      expect(
        await stores.knex('sweeps').where({ id: killed.sweepId }),
      ).toMatchObject([{ status: 'failed', reason: 'partial' }]);
    });

    it('is answered by a sweep that failed', async () => {
      const stores = await openStores(open);
      await stores.link('web', [], 0);
      const id = await request(stores, 500, WEB);
      await stores.sweeps.fail(await stores.begin(1000), {
        reason: 'unreachable',
        unreachable: true,
        lists: [],
        now: 1100,
      });
      expect(
        (await stores.reader.getScan(id))?.clusters[0].sweep,
      ).toMatchObject({
        status: 'failed',
        reason: 'unreachable',
      });
      expect(await openScan(stores)).toBeUndefined();
    });

    it('is unknown under another id', async () => {
      const stores = await openStores(open);
      expect(await stores.reader.getScan('no-such-scan')).toBeUndefined();
    });
  });

  describe('clusters', () => {
    const listed = {
      name: CLUSTER,
      authProvider: 'serviceAccount',
      production: true,
      scannable: true,
    };

    it('go and come back with the posture that they had', async () => {
      const stores = await openStores(open);
      await stores.sweep({ subjects: [] }, 1000);
      await syncClusters(stores.knex, [], 2000);
      expect(await stores.reader.listClusters()).toEqual([]);
      expect(await stores.reader.getCluster(CLUSTER)).toBeUndefined();
      await syncClusters(stores.knex, [listed], 3000);
      expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'scanned',
        sweepNo: 1,
      });
    });

    it('need a user while their auth provider admits users only', async () => {
      const stores = await openStores(open);
      const oidc = { ...listed, authProvider: 'oidc', scannable: false };
      await syncClusters(stores.knex, [oidc], 1000);
      expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'needsUserCredentials',
        authProvider: 'oidc',
      });
      await syncClusters(stores.knex, [listed], 2000);
      expect(await stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'neverScanned',
      });
    });

    it('are written only where they differ, and never over what a sweep writes', async () => {
      const stores = await openStores(open);
      const updates: string[] = [];
      stores.knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|update)/.test(sql)) updates.push(sql);
      });
      await syncClusters(stores.knex, [listed], 1000);
      expect(updates).toEqual([]);
      await syncClusters(stores.knex, [{ ...listed, title: 'Europe' }], 1000);
      expect(updates).toHaveLength(1);
      expect(updates[0]).not.toMatch(/state/);
    });

    it('cannot be swept where they are not known', async () => {
      const stores = await openStores(open);
      await expect(
        stores.sweeps.begin({ cluster: 'other', trigger: 'schedule', now: 1 }),
      ).rejects.toThrow('Cluster other is not known');
    });

    it('have their own last sweep', async () => {
      const stores = await openStores(open);
      await stores.sweep({ subjects: [] }, 1000);
      const ticket = await stores.begin(2000);
      expect(await stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        id: ticket.sweepId,
        number: 2,
        status: 'running',
      });
      expect((await stores.reader.listLastSweeps()).get(CLUSTER)?.id).toBe(
        ticket.sweepId,
      );
      expect(await stores.reader.getLastSweep('other')).toBeUndefined();
    });
  });
});
