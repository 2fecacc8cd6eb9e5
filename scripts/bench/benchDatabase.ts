import Knex, { Knex as Database } from 'knex';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  migrate,
  tuneSqlite,
} from '../../plugins/security-posture-backend/src/database/migrate';
import { BenchDatabase } from './arguments';

/** Names the environment variable with the URL of the PostgreSQL that scripts/bench.mjs started. */
const POSTGRES_URL = 'POSTURE_BENCH_POSTGRES_URL';

/** A database with the plugin's tables and nothing in them, gone when it is closed. */
export async function openBenchDatabase(kind: BenchDatabase) {
  const { knex, remove } =
    kind === 'sqlite' ? openSqlite() : await openPostgres();
  await tuneSqlite(knex);
  await migrate(knex);
  return {
    knex,
    async close() {
      await knex.destroy();
      await remove();
    },
  };
}

/** What `backend.database` of a portal says whose tables are kept in a folder. */
export function databaseConfigOf(kind: BenchDatabase, folder: string) {
  return kind === 'sqlite'
    ? { client: 'better-sqlite3', connection: { directory: folder } }
    : { client: 'pg', connection: postgresConnection() };
}

function openSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'security-posture-bench-'));
  const knex = Knex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'posture.sqlite') },
    useNullAsDefault: true,
  });
  return { knex, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function openPostgres() {
  const connection = postgresConnection();
  const database = `bench_${process.pid}_${Date.now()}`;
  await asSuperuser(superuser => superuser.raw(`create database ${database}`));
  return {
    knex: Knex({ client: 'pg', connection: { ...connection, database } }),
    remove: () =>
      asSuperuser(superuser => superuser.raw(`drop database ${database}`)),
  };
}

async function asSuperuser(work: (superuser: Database) => Promise<unknown>) {
  const superuser = Knex({
    client: 'pg',
    connection: { ...postgresConnection(), database: 'postgres' },
  });
  try {
    await work(superuser);
  } finally {
    await superuser.destroy();
  }
}

function postgresConnection() {
  const url = process.env[POSTGRES_URL];
  if (!url)
    throw new Error('There is no PostgreSQL. Run this with: npm run bench');
  const { hostname, port, username, password } = new URL(url);
  return {
    host: hostname,
    port: Number(port),
    user: username,
    password: decodeURIComponent(password),
  };
}
