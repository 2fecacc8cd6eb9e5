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
  if (!database.migrations?.skip)
    await knex.migrate.latest({ directory: migrationsDirectory() });
  return knex;
}
