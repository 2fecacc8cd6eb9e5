import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../migrate';
import { PostgresCopies } from './PostgresCopies';

const POSTGRES = 'POSTGRES_18';

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

/** How much a test file takes of a machine. */
export interface TestDatabasesOptions {
  /** True where tests start whole portals: `verify` runs them on one database, PostgreSQL where there is one, and `verify:full` on all. */
  readonly heavy?: boolean;
}

/** To be called once at the top of a test file, for it cleans up after all tests. Throws where there is no database at all. */
export function testDatabases({
  heavy = false,
}: TestDatabasesOptions = {}): OurTestDatabases {
  jest.setTimeout(TIMEOUT);
  const databases = TestDatabases.create({ ids: ['SQLITE_3', POSTGRES] });
  const postgres = postgresCopies();
  const all = databases.eachSupportedId().map(([id]) => id);
  const ids = heavy && !process.env.POSTURE_VERIFY_FULL ? all.slice(-1) : all;
  if (ids.length === 0)
    throw new Error('There is no database to test on: not even SQLite');
  return {
    ids,
    empty: id => databases.init(id),
    open: async id => {
      if (id === POSTGRES && postgres) return postgres.open();
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory() });
      return knex;
    },
  };
}

/** Of the server that the environment names; where tests bring their own, every database is migrated by itself. */
function postgresCopies(): PostgresCopies | undefined {
  const url = process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (!url) return undefined;
  const copies = new PostgresCopies(url);
  afterAll(() => copies.close());
  return copies;
}
