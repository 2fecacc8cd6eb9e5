import { dumpTables, Stores, sweptStores } from './__testUtils__/openStores';
import { aLink, CLUSTER } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  const afterSweep = () => sweptStores(open);

  async function openLinks(stores: Stores): Promise<string[]> {
    const rows = await stores
      .knex('entity_subjects')
      .whereNull('valid_to')
      .orderBy(['entity_ref', 'subject_id']);
    return rows.map(row => `${row.entity_ref} ${row.subject_id}`);
  }

  describe('links', () => {
    it('are opened, kept and ended with their times', async () => {
      const stores = await afterSweep();
      const [web, worker] = await stores.idsOf('web', 'worker');
      await stores.saveLinks([aLink('web', [web])], 2000);
      await stores.saveLinks([aLink('web', [web, worker])], 3000);
      await stores.saveLinks([aLink('web', [worker])], 4000);
      const rows = await stores.knex('entity_subjects').orderBy('subject_id');
      expect(
        rows.map(row => [
          row.subject_id,
          Number(row.valid_from),
          row.valid_to && Number(row.valid_to),
        ]),
      ).toEqual([
        [web, 2000, 4000],
        [worker, 3000, null],
      ]);
      await stores.saveLinks([aLink('web', [web, worker])], 5000);
      expect(await openLinks(stores)).toEqual([
        `${WEB} ${web}`,
        `${WEB} ${worker}`,
      ]);
    });

    it('are not written where nothing differs', async () => {
      const stores = await afterSweep();
      const ids = await stores.idsOf('web', 'worker');
      await stores.saveLinks([aLink('web', ids)], 2000);
      const before = await dumpTables(stores.knex);
      const writes: string[] = [];
      stores.knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|update|delete)/.test(sql)) writes.push(sql);
      });
      await stores.saveLinks([aLink('web', ids)], 3000);
      expect(writes).toEqual([]);
      expect(await dumpTables(stores.knex)).toEqual(before);
    });

    it('of one cluster leave those of another alone, and end with a cluster that is gone', async () => {
      const stores = await afterSweep();
      const [web, worker] = await stores.idsOf('web', 'worker');
      await stores.knex('clusters').insert({
        ...(await stores.knex('clusters').first()),
        name: 'other',
      });
      await stores
        .knex('subjects')
        .where({ id: worker })
        .update({ cluster: 'other' });
      await stores.saveLinks([aLink('web', [web, worker])], 2000);
      const none = [{ entityRef: WEB, subjectIds: [] }];
      await stores.resolving.saveClusterLinks(CLUSTER, none, 3000);
      expect(await openLinks(stores)).toEqual([`${WEB} ${worker}`]);
      const note = { digest: 'one', endedAt: 1 };
      for (const cluster of [CLUSTER, 'other'])
        await stores.resolving.endResolve(
          await stores.resolving.beginResolve(cluster),
          note,
          cluster,
        );
      await stores.resolving.endLinksOfGoneClusters(4000);
      expect(await openLinks(stores)).toEqual([`${WEB} ${worker}`]);
      await stores
        .knex('clusters')
        .where({ name: 'other' })
        .update({ gone_at: 5000 });
      await stores.resolving.endLinksOfGoneClusters(5000);
      expect(await openLinks(stores)).toEqual([]);
      expect(await stores.resolving.readLastResolve('other')).toBeUndefined();
      expect(await stores.resolving.readLastResolve(CLUSTER)).toEqual(note);
    });

    it('may be many', async () => {
      const stores = await afterSweep();
      const [web] = await stores.idsOf('web');
      const many = Array.from({ length: 1100 }, (_, index) =>
        aLink(`web-${index}`, [web]),
      );
      await stores.saveLinks(many, 2000);
      expect(await openLinks(stores)).toHaveLength(1100);
      expect(await stores.saveLinks(many, 3000)).toEqual({
        keptMissing: 0,
      });
      expect(
        await stores.knex('entity_subjects').whereNot('valid_from', 2000),
      ).toEqual([]);
    });
  });

  describe('entities', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index);

    it('go with their links, and come back', async () => {
      const stores = await afterSweep();
      const [web] = await stores.idsOf('web');
      const all = ten.map(index => aLink(`web-${index}`, [web]));
      await stores.saveLinks(all, 2000);
      expect(await stores.saveLinks(all.slice(2), 3000)).toEqual({
        keptMissing: 0,
      });
      expect((await stores.reader.listEntities()).length).toBe(8);
      expect(await openLinks(stores)).toHaveLength(8);
      expect(await stores.resolving.listOwners(CLUSTER)).toHaveLength(8);
      expect(
        await stores.reader.getEntity('component:default/web-0'),
      ).toBeUndefined();
      await stores.saveLinks(all, 4000);
      expect((await stores.reader.listEntities()).length).toBe(10);
      expect(await openLinks(stores)).toHaveLength(10);
    });

    it('stay with their links where more than a fifth goes at once', async () => {
      const stores = await afterSweep();
      const [web, worker] = await stores.idsOf('web', 'worker');
      await stores.saveLinks(
        ten.map(index => aLink(`web-${index}`, [web])),
        2000,
      );
      const rest = ten.slice(3).map(index => aLink(`web-${index}`, [worker]));
      expect(await stores.saveLinks(rest, 3000)).toEqual({
        keptMissing: 3,
      });
      expect((await stores.reader.listEntities()).length).toBe(10);
      expect(await openLinks(stores)).toEqual(
        ten.map(
          index => `component:default/web-${index} ${index < 3 ? web : worker}`,
        ),
      );
    });

    it('are written whole', async () => {
      const stores = await afterSweep();
      const link = aLink('web', [], ['system']);
      const entity = {
        ...link.entity,
        uid: 'u',
        title: 'Web',
        owner: 'group:default/shop',
        system: 'system:default/shop',
        lifecycle: 'production',
        type: 'service',
      };
      await stores.saveLinks([{ ...link, entity }], 2000);
      expect(await stores.reader.getEntity(WEB)).toEqual({
        entityRef: WEB,
        kind: 'component',
        uid: 'u',
        title: 'Web',
        owner: 'group:default/shop',
        system: 'system:default/shop',
        lifecycle: 'production',
        type: 'service',
        tags: ['system'],
        // The lists are for replicas of the release before.
        mapping: { ...link.mapping, steps: [], candidates: [] },
        parts: [],
        mayBeExempted: false,
      });
    });
  });
});
