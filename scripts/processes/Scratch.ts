import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  migrate,
  tuneSqlite,
} from '../../plugins/security-posture-backend/src/database/migrate';
import { postgresServer } from './postgresServer';

export const scratchKinds = ['SQLite', 'PostgreSQL'] as const;

/** What is done with a copy; other processes open it by its configuration. */
export type ScratchWork = (knex: Knex, config: Knex.Config) => Promise<void>;

/** Databases that begin alike: each `use` gets a copy of the start. */
export interface Scratch {
  use(work: ScratchWork): Promise<void>;
  /** What the last `use` left is what the next ones begin with. */
  keepAsStart(): Promise<void>;
  close(): Promise<void>;
}

/** A start with all tables and nothing in them. */
export async function openScratch(
  kind: (typeof scratchKinds)[number],
): Promise<Scratch> {
  const scratch =
    kind === 'SQLite' ? await sqliteScratch() : await postgresScratch();
  await scratch.use(knex => migrate(knex));
  await scratch.keepAsStart();
  return scratch;
}

async function sqliteScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'scratch-'));
  const start = join(folder, 'start.sqlite');
  const copy = join(folder, 'copy.sqlite');
  let exists = false;
  return {
    async use(work) {
      for (const end of ['', '-wal', '-shm'])
        await rm(copy + end, { force: true });
      if (exists) await copyFile(start, copy);
      const config = {
        client: 'better-sqlite3',
        connection: { filename: copy },
        useNullAsDefault: true,
      };
      const knex = knexFactory(config);
      try {
        await tuneSqlite(knex);
        await work(knex, config);
        await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        await knex.destroy();
      }
    },
    async keepAsStart() {
      await copyFile(copy, start);
      exists = true;
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function postgresScratch(): Promise<Scratch> {
  const server = postgresServer();
  const admin = knexFactory({ client: 'pg', connection: server });
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  const [start, copy] = [`${name}_start`, `${name}_copy`];
  let template = 'template1';
  const drop = (database: string) =>
    admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [database]);
  const copyTo = async (database: string, from: string) => {
    await drop(database);
    await admin.raw('CREATE DATABASE ?? TEMPLATE ??', [database, from]);
  };
  return {
    async use(work) {
      await copyTo(copy, template);
      const url = new URL(server);
      url.pathname = `/${copy}`;
      const config = { client: 'pg', connection: url.toString() };
      const knex = knexFactory(config);
      try {
        await work(knex, config);
      } finally {
        await knex.destroy();
      }
    },
    async keepAsStart() {
      await copyTo(start, copy);
      template = start;
    },
    async close() {
      await drop(copy);
      await drop(start);
      await admin.destroy();
    },
  };
}
