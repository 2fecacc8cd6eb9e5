import { CheckTool, DataTable, ToolCheck } from '../model/dataTables';

const CHECK_ID = /^(?:AVD-)?([A-Z]{1,4})-?0*(\d{1,6})$/i;
const known = new WeakMap<
  DataTable<ToolCheck>,
  ReadonlyMap<string, ToolCheck>
>();

/**
 * The row of a check of another tool, however the tool writes its id: `KSV-0012`, `KSV012` and `AVD-KSV-0012` are one.
 * Undefined for a check that no control answers.
 */
export function checkOf(
  table: DataTable<ToolCheck>,
  tool: CheckTool,
  id: string,
): ToolCheck | undefined {
  let rows = known.get(table);
  if (!rows) {
    rows = new Map(table.rows.map(row => [keyOf(row.tool, row.id), row]));
    known.set(table, rows);
  }
  return rows.get(keyOf(tool, id));
}

/** Zeros before the number are padding, those at its end are not: `KSV-01010` is 1010. */
function keyOf(tool: CheckTool, id: string): string {
  const match = CHECK_ID.exec(id.trim());
  return match
    ? `${tool} ${match[1].toUpperCase()}-${match[2]}`
    : `${tool} ${id}`;
}
