import { DataTable, SafeSysctl } from '../model/dataTables';

const known = new WeakMap<DataTable<SafeSysctl>, ReadonlyMap<string, number>>();

/** True where this version of Kubernetes counts the sysctl as safe. Names are compared exactly, as Admission does. */
export function isSafeSysctl(
  table: DataTable<SafeSysctl>,
  name: string,
  minor: number,
): boolean {
  let since = known.get(table);
  if (!since) {
    since = new Map(
      table.rows.map(({ name: safe, sinceMinor = 0 }) => [safe, sinceMinor]),
    );
    known.set(table, since);
  }
  return (since.get(name) ?? Infinity) <= minor;
}
