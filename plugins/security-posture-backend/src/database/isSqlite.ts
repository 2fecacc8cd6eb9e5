import { Knex } from 'knex';

/** True for SQLite, whichever driver it has; of a connection or of a query. */
export function isSqlite({ client }: Pick<Knex, 'client'>): boolean {
  return String(client.config.client).includes('sqlite');
}
