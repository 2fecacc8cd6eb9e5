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

/** A row in each table that neither a sweep nor resolving fills. */
async function fillHistory({ knex }: Stores): Promise<void> {
  const counts = Object.fromEntries(
    ['critical', 'high', 'medium', 'low', 'info'].flatMap(severity => [
      [`open_${severity}`, 0],
      [`exempted_${severity}`, 0],
    ]),
  );
  const scope = { scope_type: 'entity', scope_ref: WEB };
  const score = { profile: 'workload@1.0', library: '1', raw: 90 };
  await knex('cluster_sets').insert({ id: 'a', cluster: CLUSTER });
  await knex('scopes').insert({ ref: 'group:default/shop', type: 'group' });
  await knex('entity_scopes').insert({
    entity_ref: WEB,
    scope_ref: 'group:default/shop',
    depth: 0,
  });
  await knex('postures').insert({
    ...scope,
    ...score,
    ...counts,
    state: 'judged',
    subjects: 1,
    blocking_critical: 0,
    blocking_high: 0,
    raw_blocking_critical: 0,
    raw_blocking_high: 0,
    controls: '{}',
    failing: '{}',
    changed_at: 1,
  });
  await knex('posture_days').insert({
    ...scope,
    ...score,
    day: '2026-11-23',
    counts: '{}',
  });
  await knex('changes').insert({ ...scope, at: 1, what: 'libraryChanged' });
  await knex('exemptions').insert({
    id: 'a',
    scope: 'entity',
    control_id: 'image-tag',
    severity: 'medium',
    entity_ref: WEB,
    category: 'accepted',
    reason: 'because',
    state: 'pending',
    source: 'request',
    requested_by: 'user:default/guest',
    requested_at: 1,
    expires_at: 2,
    version: 1,
  });
  await knex('exemption_events').insert({
    exemption_id: 'a',
    what: 'requested',
    actor: 'user:default/guest',
    at: 1,
  });
  await knex('announced').insert({
    entity_ref: WEB,
    readiness: 'ready',
    critical: 0,
    high: 0,
    at: 1,
  });
  await knex('announced_up_to').insert({ name: 'changes', id: 1 });
  await knex('resolves').insert({ id: 1, ticket: 'a' });
  await knex('cluster_resolves').insert({ cluster: CLUSTER, ticket: 'a' });
  await knex('outbox').insert({
    key: 'a',
    event: 'readyAgain',
    message: '{}',
    created_at: 1,
    due_at: 1,
  });
  await knex('attestations').insert({
    id: 'a',
    cluster: CLUSTER,
    control_id: 'audit',
    outcome: 'pass',
    statement: 'so it is',
    author: 'user:default/guest',
    created_at: 1,
    expires_at: 2,
  });
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
    await fillHistory(stores);
    const filled = await countRows(stores.knex);
    expect(Object.keys(filled).sort()).toEqual([
      'announced',
      'announced_up_to',
      'attestations',
      'changes',
      'cluster_resolves',
      'cluster_sets',
      'clusters',
      'entities',
      'entity_scopes',
      'entity_subjects',
      'exemption_events',
      'exemptions',
      'findings',
      'gaps',
      'imports',
      'outbox',
      'posture_days',
      'posture_parts',
      'postures',
      'resolves',
      'scan_requests',
      'scopes',
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
