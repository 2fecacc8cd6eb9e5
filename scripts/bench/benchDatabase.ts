import Knex from 'knex';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tuneSqlite } from '../../plugins/security-posture-backend/src/database/migrate';

const MIGRATIONS = join(
  __dirname,
  '../../plugins/security-posture-backend/migrations',
);

/** An SQLite database in a file of its own, with the plugin's tables. */
export async function openBenchDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'security-posture-bench-'));
  const knex = Knex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'posture.sqlite') },
    useNullAsDefault: true,
  });
  await tuneSqlite(knex);
  await knex.migrate.latest({ directory: MIGRATIONS });
  return {
    knex,
    async close() {
      await knex.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
