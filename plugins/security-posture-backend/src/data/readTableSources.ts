import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DataTables, DEFAULT_TABLES } from 'security-posture-engine';

/** Name of a data table. */
export type TableName = keyof DataTables;

/** Where a site brings tables of its own from: a path or an https address, by the table's name. */
export type TableSources = Readonly<Partial<Record<TableName, string>>>;

const KEY = 'securityPosture.data';
const NAMES = Object.keys(DEFAULT_TABLES) as TableName[];

/** Reads which tables are brought along. Throws an InputError that names the key. */
export function readTableSources(config: Config): TableSources {
  const given = config.getOptionalConfig(KEY);
  return Object.fromEntries(
    (given?.keys() ?? []).map(name => [
      tableName(name),
      sourceOf(`${KEY}.${name}`, config.getString(`${KEY}.${name}`)),
    ]),
  );
}

function tableName(name: string): TableName {
  const known = NAMES.find(one => one === name);
  if (known) return known;
  throw new InputError(
    `${KEY}.${name} is no table; there are ${NAMES.join(', ')}`,
  );
}

/** Facts that decide verdicts do not come over a line that anybody on the way may change. */
function sourceOf(key: string, source: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source) && !isHttps(source))
    throw new InputError(`${key} must be a path or an https address`);
  return source;
}

/** True for a table that is fetched, false for one that is read from a file. */
export function isHttps(source: string): boolean {
  return /^https:\/\//i.test(source);
}
