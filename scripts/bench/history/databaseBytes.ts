import { Knex } from 'knex';

/** Bytes that the tables and indexes of a database take, once what is dead in it has been cleaned up. */
export async function databaseBytes(knex: Knex): Promise<number> {
  return isSqlite(knex) ? sqliteBytes(knex) : postgresBytes(knex);
}

/** True for SQLite, false for PostgreSQL. */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite3');
}

async function sqliteBytes(knex: Knex): Promise<number> {
  await knex.raw('VACUUM');
  await knex.raw('ANALYZE');
  const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
  const [{ page_size: bytes }] = await knex.raw('PRAGMA page_size');
  return pages * bytes;
}

async function postgresBytes(knex: Knex): Promise<number> {
  await knex.raw('VACUUM (ANALYZE)');
  const { rows } = await knex.raw(
    'SELECT sum(pg_total_relation_size(relid)) AS bytes FROM pg_stat_user_tables',
  );
  return Number(rows[0].bytes);
}
