import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../migrate';

/** The databases that the plugin is tested on, as far as there are servers; `BACKSTAGE_TEST_DATABASE_…` names them. */
export interface OurTestDatabases {
  /** Runs the same tests on each. */
  forEach(tests: (open: () => Promise<Knex>) => void): void;
}

/** To be called once at the top of a test file, for it cleans up after all tests. Fails where there is no database at all. */
export function testDatabases(): OurTestDatabases {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const ids = databases.eachSupportedId().map(([id]) => id);
  it('is tested on at least one database', () => {
    expect(ids).not.toEqual([]);
  });
  return {
    forEach: tests =>
      describe.each(ids)('on %s', id =>
        tests(() => openMigrated(databases, id)),
      ),
  };
}

/** A new database with all tables, and nothing in them. */
async function openMigrated(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDirectory() });
  return knex;
}
