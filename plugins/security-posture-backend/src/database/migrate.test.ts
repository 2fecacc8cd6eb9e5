import knexFactory, { Knex } from 'knex';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, migrationsDirectory } from './migrate';
import { testDatabases } from './__testUtils__/testDatabases';

const LATER = '20991231000000_later.js';

/** The migrations of a later release: ours, and one that only adds. */
async function laterRelease(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'later-release-'));
  await cp(migrationsDirectory(), directory, { recursive: true });
  await writeFile(
    join(directory, LATER),
    `exports.up = knex => knex.schema.createTable('later', table => table.text('a'));
     exports.down = knex => knex.schema.dropTable('later');`,
  );
  return directory;
}

/** Three replicas with connections of their own; SQLite in memory has but one. */
function replicasOf(knex: Knex): readonly Knex[] {
  const { config } = knex.client;
  if (config.client.includes('sqlite')) return [knex];
  return Array.from({ length: 3 }, () => knexFactory(config));
}

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.empty(databaseId);
  });

  it('makes all tables, once', async () => {
    await migrate(knex);
    await migrate(knex);
    expect(await knex('clusters')).toEqual([]);
  });

  describe('fault: an old replica restarts after an upgrade', () => {
    let directory: string;
    beforeEach(async () => {
      directory = await laterRelease();
    });
    afterEach(() => rm(directory, { recursive: true }));

    it('refuses to start, and says which migration it lacks and what to do', async () => {
      await migrate(knex, { directory });
      await expect(migrate(knex)).rejects.toThrow(
        `migrated by a newer release, which brought ${LATER}. This release cannot work on it: install that release or a later one`,
      );
      expect(await knex('later')).toEqual([]);
    });
  });

  describe('fault: the lock of migrations stays taken', () => {
    it('refuses to start, and says how to release it; what it says helps', async () => {
      await migrate(knex);
      await knex('knex_migrations_lock').update({ is_locked: 1 });
      const refused = await migrate(knex).catch(error => error);
      const [, remedy] = /"(UPDATE .*)"/.exec(refused.message)!;
      await knex.raw(remedy);
      await expect(migrate(knex)).resolves.toBeUndefined();
    });
  });

  it('passes on what is wrong with a migration', async () => {
    const directory = await laterRelease();
    await writeFile(
      join(directory, LATER),
      'exports.up = async () => { throw new Error("it is broken"); }; exports.down = async () => {};',
    );
    await expect(migrate(knex, { directory })).rejects.toThrow('it is broken');
    await rm(directory, { recursive: true });
  });

  it('makes all tables once where replicas start at the same moment', async () => {
    const replicas = replicasOf(knex);
    await Promise.all(replicas.map(replica => migrate(replica)));
    expect(await knex('clusters')).toEqual([]);
    await Promise.all(replicas.map(replica => replica.destroy()));
  });
});
