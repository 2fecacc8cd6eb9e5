import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../migrate';

/** Longest time of one test, in milliseconds: a server of a busy machine may take a while to make a database. */
const TIMEOUT = 60_000;

/** The databases that the plugin is tested on, as far as there are servers; `BACKSTAGE_TEST_DATABASE_…` names them. */
export interface OurTestDatabases {
  readonly ids: readonly TestDatabaseId[];
  /** A new database with all tables, and nothing in them. */
  open(id: TestDatabaseId): Promise<Knex>;
  /** A new database without any table. */
  empty(id: TestDatabaseId): Promise<Knex>;
}

/** To be called once at the top of a test file, for it cleans up after all tests. Throws where there is no database at all. */
export function testDatabases(): OurTestDatabases {
  jest.setTimeout(TIMEOUT);
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const ids = databases.eachSupportedId().map(([id]) => id);
  if (ids.length === 0)
    throw new Error('There is no database to test on: not even SQLite');
  return {
    ids,
    empty: id => databases.init(id),
    open: async id => {
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory() });
      return knex;
    },
  };
}
