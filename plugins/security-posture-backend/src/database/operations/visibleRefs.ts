import { Knex } from 'knex';
import { isSqlite } from '../isSqlite';

/** The refs of the entities that a caller may see, or that these are all or none. */
export type Visibility = 'all' | 'none' | ReadonlySet<string>;

/** Refs of a visibility as JSON, made once for each: a query may be asked for often. */
const asJson = new WeakMap<ReadonlySet<string>, string>();

/**
 * Keeps the rows whose column names an entity that the caller may see. However many these are, they are one parameter.
 * Where all may be seen that is a condition too: beside an `or`, none would be taken for one that nothing meets.
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  column: string,
  visibility: Visibility,
): void {
  if (visibility === 'all' || visibility === 'none') {
    query.whereRaw(visibility === 'all' ? '1 = 1' : '1 = 0');
    return;
  }
  query.whereRaw(
    isSqlite(query)
      ? '?? in (select value from json_each(?))'
      : '?? in (select jsonb_array_elements_text(?::jsonb))',
    [column, jsonOf(visibility)],
  );
}

function jsonOf(refs: ReadonlySet<string>): string {
  let json = asJson.get(refs);
  if (json === undefined) {
    json = JSON.stringify([...refs]);
    asJson.set(refs, json);
  }
  return json;
}
