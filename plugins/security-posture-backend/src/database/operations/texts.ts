import { Knex } from 'knex';

/** Sorts by code unit on every database and machine, whatever its locale. */
export function byCodeUnit(knex: Knex, text: Knex.Raw): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw('?', [text])
    : knex.raw('? collate "C"', [text]);
}

/** Keeps the rows whose text holds another, in any case; a sign of SQL in it is a sign like any other. */
export function containsText(
  knex: Knex,
  text: Knex.Raw,
  searched: string,
): Knex.Raw {
  const pattern = `%${searched.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return knex.raw("lower(?) like ? escape '\\'", [text, pattern]);
}

function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}
