import { Knex } from 'knex';
import { isSqlite } from '../isSqlite';

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

/** The name of an entity ref in a column: what follows the slash. */
export function nameOfRef(knex: Knex, column: string): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw("substr(??, instr(??, '/') + 1)", [column, column])
    : knex.raw("split_part(??, '/', 2)", [column]);
}
