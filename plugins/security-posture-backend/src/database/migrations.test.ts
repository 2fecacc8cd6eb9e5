import { Knex } from 'knex';
import { openStores, Stores } from './__testUtils__/openStores';
import { aChange, aFail, aPart, CLUSTER, keyOf } from './__testUtils__/samples';
import { DatabaseImportStore } from './DatabaseImportStore';
import { testDatabases } from './__testUtils__/testDatabases';
import { migrationsDirectory } from './migrate';

const WEB = 'component:default/web';

async function fillEveryTable(stores: Stores): Promise<void> {
  const web = aChange('web', [aFail('privileged')]);
  await stores.reader.createScan({
    clusters: [CLUSTER],
    requestedBy: 'user:default/guest',
    now: 1000,
  });
  await stores.sweep(
    {
      subjects: [web],
      parts: [aPart(WEB, [web])],
      gaps: [{ control: 'audit', reason: 'forbidden' }],
    },
    2000,
  );
  await stores.link('web', [keyOf('web')], 3000);
  await new DatabaseImportStore(stores.knex).save(
    {
      cluster: CLUSTER,
      kind: 'audit-policy',
      receivedAt: 1000,
      receivedBy: 'user:default/guest',
    },
    {},
  );
}

/** Tables with their number of rows; the bookkeeping of knex and SQLite left out. */
async function countRows(knex: Knex): Promise<Record<string, number>> {
  const names = knex.client.config.client.includes('sqlite')
    ? knex('sqlite_master').where({ type: 'table' }).select({ name: 'name' })
    : knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .select({ name: 'tablename' });
  const counts: Record<string, number> = {};
  for (const { name } of (await names) as { name: string }[]) {
    if (/^(knex_|sqlite_)/.test(name)) continue;
    const [{ total }] = await knex(name).count({ total: '*' });
    counts[name] = Number(total);
  }
  return counts;
}

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  const directory = migrationsDirectory();

  it('brings all tables up, takes them down with rows in each, and brings them up again', async () => {
    const stores = await openStores(open);
    await fillEveryTable(stores);
    const filled = await countRows(stores.knex);
    expect(Object.keys(filled).sort()).toEqual([
      'clusters',
      'entities',
      'entity_subjects',
      'findings',
      'gaps',
      'imports',
      'posture_parts',
      'scan_requests',
      'subjects',
      'sweeps',
    ]);
    expect(Object.values(filled)).not.toContain(0);

    await stores.knex.migrate.rollback({ directory }, true);
    expect(await countRows(stores.knex)).toEqual({});

    await stores.knex.migrate.latest({ directory });
    expect(new Set(Object.values(await countRows(stores.knex)))).toEqual(
      new Set([0]),
    );
  });

  it('keeps one open finding per key, and any number of closed ones', async () => {
    const stores = await openStores(open);
    await fillEveryTable(stores);
    const [{ id, ...row }] = await stores.knex('findings');
    await expect(stores.knex('findings').insert(row)).rejects.toThrow();
    const closed = { ...row, closed_at: 1, closed_no: 1 };
    await stores.knex('findings').insert([closed, closed]);
    expect(await stores.knex('findings')).toHaveLength(3);
  });

  it('keeps one open link of an entity to a subject', async () => {
    const stores = await openStores(open);
    await fillEveryTable(stores);
    const [row] = await stores.knex('entity_subjects');
    const again = { ...row, valid_from: 9 };
    await expect(
      stores.knex('entity_subjects').insert(again),
    ).rejects.toThrow();
    await stores.knex('entity_subjects').insert({ ...again, valid_to: 10 });
  });

  it('loses findings and links with their subject', async () => {
    const stores = await openStores(open);
    await fillEveryTable(stores);
    await stores.knex('subjects').delete();
    expect(await countRows(stores.knex)).toMatchObject({
      findings: 0,
      entity_subjects: 0,
    });
  });
});
