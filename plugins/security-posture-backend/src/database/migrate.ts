import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

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
  if (!database.migrations?.skip)
    await knex.migrate.latest({ directory: migrationsDirectory() });
  return knex;
}

/**
 * On SQLite a transaction waits for the disk twice, and a sweep has many; with a write-ahead log it does not,
 * and readers go on meanwhile. A crash of the machine may lose the last transactions, which the next sweep writes again.
 */
export async function tuneSqlite(knex: Knex): Promise<void> {
  if (!String(knex.client.config.client).includes('sqlite3')) return;
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = NORMAL');
}
