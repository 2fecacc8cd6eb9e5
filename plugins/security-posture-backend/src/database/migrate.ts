import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/** Longest time that a replica waits for the migrations of another one, in milliseconds. */
const MAX_WAIT = 60_000;

/** Number of our lock among PostgreSQL's advisory locks: any, as long as every release takes the same. */
const LOCK = 7_353_002_611;

/** PostgreSQL's code for a lock that another process did not give up in time. */
const LOCK_TIMEOUT = '55P03';

const NEWER = /migration directory is corrupt.* missing: (.+)$/;

/** Folder of the migrations. */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    'backstage-plugin-security-posture-backend',
    'migrations',
  );
}

/** The plugin's database, brought up to date unless the host asks not to. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  await tuneSqlite(knex);
  if (!database.migrations?.skip) await migrate(knex);
  return knex;
}

/**
 * Brings the tables up to date, one replica at a time. Throws with a sentence that says what to do where a newer release
 * was here, where the lock of migrations was never released, and where another process holds the tables.
 */
export async function migrate(
  knex: Knex,
  { directory = migrationsDirectory(), maxWait = MAX_WAIT } = {},
): Promise<void> {
  try {
    if (isSqlite(knex)) await knex.migrate.latest({ directory });
    else await migrateAlone(knex, directory, maxWait);
  } catch (error) {
    throw inOurWords(error);
  }
}

/**
 * knex creates the table of its own lock without a lock: of replicas that start at the same moment on a new database
 * all but one would fail. A replica that dies gives up this lock with its connection.
 */
async function migrateAlone(
  knex: Knex,
  directory: string,
  maxWait: number,
): Promise<void> {
  await knex.transaction(async transaction => {
    await transaction.raw(`SET LOCAL lock_timeout = ${maxWait}`);
    await transaction.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
    await transaction.migrate.latest({ directory });
  });
}

/**
 * On SQLite a transaction waits for the disk twice, and a sweep has many; with a write-ahead log it does not,
 * and readers go on meanwhile. A crash of the machine may lose the last transactions, which the next sweep writes again.
 */
export async function tuneSqlite(knex: Knex): Promise<void> {
  if (!isSqlite(knex)) return;
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = NORMAL');
}

function inOurWords(error: unknown): unknown {
  if (!isError(error)) return error;
  const missing = NEWER.exec(error.message)?.[1];
  if (missing !== undefined)
    return new Error(
      `The database of security-posture was migrated by a newer release, which brought ${missing}. ` +
        'This release cannot work on it: install that release or a later one. Replicas that run already go on until they are replaced.',
    );
  if (error.name === 'MigrationLocked')
    return new Error(
      'The lock of the migrations of security-posture was never released. ' +
        'Where no other replica is starting, run "UPDATE knex_migrations_lock SET is_locked = 0" in its database and start again.',
    );
  if ((error as { code?: unknown }).code === LOCK_TIMEOUT)
    return new Error(
      'Another process holds the tables of security-posture, so that they could not be migrated: ' +
        'another replica that is starting, or a session that pg_stat_activity shows. End it, or start again when it is done.',
    );
  return error;
}
