import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../plugins/security-posture-backend/src/database/migrate';
import { poll, Polled } from './poll';
import { ReplicaBench, shops, waitUntil } from './ReplicaBench';
import { Replica } from './startReplica';

const MIGRATIONS = join(
  __dirname,
  '../../plugins/security-posture-backend/migrations',
);
const POSTURE = '/entities/component/default/web/posture';
const LATER = '20991231000000_later.js';

describe('a rolling upgrade', () => {
  let bench: ReplicaBench;
  let replica: Replica;
  let expected: readonly string[];

  before(async () => {
    bench = await ReplicaBench.start(shops('a'));
    replica = await bench.startReplica('one');
    await waitUntil('the posture is there', 300, async () => {
      const answer = await replica.ask(POSTURE);
      return answer.ok && (await answer.json()).state === 'judged';
    });
    expected = await bench.openFindings('a');
  });
  after(() => bench?.stop());

  /** Columns of our tables with what a statement of before may rely on. */
  async function columns(): Promise<readonly string[]> {
    const rows = await bench
      .knex('information_schema.columns')
      .where({ table_schema: 'security-posture' })
      .whereNot('table_name', 'like', 'knex%')
      .whereNot('table_name', 'like', 'backstage%')
      .select('table_name', 'column_name', 'data_type', 'is_nullable')
      .select(bench.knex.raw('column_default is null as without_default'));
    return rows.map(row => Object.values(row).join(' ')).sort();
  }

  /** What a replica of the release before goes on doing: it reads and writes columns of its own, and no other. */
  async function readAndWriteAsBefore(): Promise<void> {
    await bench.knex.transaction(async transaction => {
      await transaction('clusters').where({ name: 'a' }).update({ title: 'A' });
      const [first] = await transaction('findings')
        .select('key', 'outcome', 'closed_at')
        .limit(1);
      assert.ok(first.key);
    });
    await bench
      .knex('entities')
      .insert({
        entity_ref: 'component:default/new',
        kind: 'component',
        tags: '[]',
        annotated: false,
        mapping: '{}',
      })
      .onConflict('entity_ref')
      .ignore();
  }

  describe('fault: an upgrade while the release before serves', () => {
    it('changes and removes no column that is there, fails no reader or writer of before, and serves every finding after', async () => {
      await replica.stop();
      await bench.knex.migrate.down({ directory: MIGRATIONS });
      const before = await columns();
      const old: Polled = poll(readAndWriteAsBefore);
      replica = await bench.startReplica('two');
      const { failures, times } = await old.stop();
      assert.deepEqual(failures, []);
      assert.ok(times > 50, `${times}`);

      const after = new Set(await columns());
      assert.deepEqual(
        before.filter(column => !after.has(column)),
        [],
      );
      assert.deepEqual(await bench.openFindings('a'), expected);
      const answer = await replica.ask(POSTURE);
      assert.equal(answer.status, 200);
      assert.ok((await answer.json()).findings.items.length > 0);
    });
  });

  describe('fault: a release to come upgrades while this one serves', () => {
    let directory: string;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'release-to-come-'));
      await cp(MIGRATIONS, directory, { recursive: true });
      await writeFile(
        join(directory, LATER),
        `exports.up = async knex => {
           await knex.schema.alterTable('findings', table => table.text('later'));
           await knex.raw('SELECT pg_sleep(2)');
         };
         exports.down = knex => knex.schema.alterTable('findings', table => table.dropColumn('later'));`,
      );
    });
    after(() => rm(directory, { recursive: true }));

    it('goes on serving, and once it restarts it refuses and says which release it needs', async () => {
      const reading = poll(async () => {
        assert.equal((await replica.ask(POSTURE)).status, 200);
      });
      await migrate(bench.knex, { directory });
      const { failures, times } = await reading.stop();
      assert.deepEqual(failures, []);
      assert.ok(times > 0);
      await replica.stop();
      await assert.rejects(
        () => bench.startReplica('three'),
        new RegExp(`migrated by a newer release, which brought ${LATER}`),
      );
      await bench.knex.migrate.down({ directory });
    });
  });

  describe('fault: another process holds the tables while a replica starts', () => {
    it('waits, then refuses and says where to look', async () => {
      await bench.knex.transaction(async holding => {
        await holding.raw(
          'LOCK TABLE knex_migrations_lock IN ACCESS EXCLUSIVE MODE',
        );
        await assert.rejects(
          () => migrate(bench.knex, { maxWait: 1_000 }),
          /Another process holds the tables of security-posture.*pg_stat_activity/,
        );
      });
      await migrate(bench.knex);
    });
  });
});
