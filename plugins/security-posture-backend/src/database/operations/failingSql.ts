import { Knex } from 'knex';
import { isSqlite } from '../isSqlite';

/** How many subjects of the posture `l` fail a control; null where none does. */
export function failingSql(
  knex: Knex,
  control: string,
  which: 'open' | 'exempted',
): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw('json_extract(l.failing, ?)', [`$."${control}".${which}`])
    : knex.raw('((l.failing::jsonb -> ?::text) ->> ?::text)::integer', [
        control,
        which,
      ]);
}
