import { Knex } from 'knex';
import { isSqlite } from '../isSqlite';

/** The refs of the entities that a caller may see, or that these are all or none. */
export type Visibility = 'all' | 'none' | ReadonlySet<string>;

/** How a database reads refs that are one parameter, and the parameters that were made: a query may be asked for often. */
interface RefsParameter {
  readonly condition: string;
  readonly write: (refs: readonly string[]) => string;
  readonly written: WeakMap<ReadonlySet<string>, string>;
}

const AS_JSON: RefsParameter = {
  condition: '?? in (select value from json_each(?))',
  write: refs => JSON.stringify(refs),
  written: new WeakMap(),
};

/** PostgreSQL plans for as many as an array has; of JSON it takes any number for a hundred. */
const AS_ARRAY: RefsParameter = {
  condition: '?? in (select unnest(?::text[]))',
  write: refs => `{${refs.map(quoted).join(',')}}`,
  written: new WeakMap(),
};

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
  const parameter = isSqlite(query) ? AS_JSON : AS_ARRAY;
  query.whereRaw(parameter.condition, [
    column,
    writtenAs(parameter, visibility),
  ]);
}

function writtenAs(
  { write, written }: RefsParameter,
  refs: ReadonlySet<string>,
): string {
  let text = written.get(refs);
  if (text === undefined) {
    text = write([...refs]);
    written.set(refs, text);
  }
  return text;
}

/** As PostgreSQL reads an element of an array. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
