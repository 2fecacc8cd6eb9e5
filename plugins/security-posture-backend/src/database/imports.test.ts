import { DatabaseImportStore } from './DatabaseImportStore';
import { testDatabases } from './__testUtils__/testDatabases';
import { openStores } from './__testUtils__/openStores';

const databases = testDatabases();

const RECORD = {
  cluster: 'prod-eu',
  kind: 'kube-bench',
  node: 'node-1',
  receivedAt: Date.UTC(2026, 10, 22),
  receivedBy: 'user:default/vera',
} as const;

describe.each(databases.ids)('imports on %s', databaseId => {
  const open = async () => {
    const { knex } = await openStores(() => databases.open(databaseId));
    return { knex, store: new DatabaseImportStore(knex) };
  };

  it('keeps the newest of each cluster, kind and node, and deletes the one before', async () => {
    const { knex, store } = await open();
    await store.save(RECORD, { Controls: [] });
    const newer = { ...RECORD, receivedAt: RECORD.receivedAt + 1 };
    await store.save(newer, { Controls: [{ version: 'cis-1.12' }] });
    expect(await store.list('prod-eu')).toEqual([newer]);
    expect(await store.readDocuments('prod-eu')).toEqual([
      {
        kind: 'kube-bench',
        node: 'node-1',
        receivedAt: newer.receivedAt,
        document: { Controls: [{ version: 'cis-1.12' }] },
      },
    ]);
    expect(await knex('imports')).toHaveLength(1);
  });

  it('keeps apart clusters, kinds and nodes, and what is about no node', async () => {
    const { store } = await open();
    const { node, ...whole } = RECORD;
    const records = [
      { ...whole, kind: 'audit-policy' as const },
      whole,
      RECORD,
      { ...RECORD, node: 'node-2' },
    ];
    for (const record of records) await store.save(record, {});
    await store.save({ ...RECORD, cluster: 'other' }, {});
    expect(await store.list('prod-eu')).toEqual(records);
    expect(await store.list('other')).toHaveLength(1);
    expect(await store.list('nowhere')).toEqual([]);
  });
});
