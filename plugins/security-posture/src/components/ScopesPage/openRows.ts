import type { HierarchyRow } from 'backstage-plugin-security-posture-common';

/** A row of the table, and whether what is below it is shown. */
export interface TreeRow {
  row: HierarchyRow;
  level: number;
  /** Undefined where nothing is below it. */
  open: boolean | undefined;
  /** True while what is below it is on its way. */
  loading: boolean;
}

/** What there is of a hierarchy. */
export interface KnownRows {
  items: readonly HierarchyRow[];
  /** True where `items` holds everything; its rows are open by themselves, those of others closed. */
  whole: boolean;
  /** What was asked for below rows that were opened; undefined while it is on its way. */
  below: readonly HierarchyRow[] | undefined;
}

/** The rows that are shown: each one, and beneath it those below it where it is open. */
export function treeRows(
  { items, whole, below }: KnownRows,
  toggled: readonly string[],
): TreeRow[] {
  const changed = new Set(toggled);
  const children = childrenOf(whole ? items : below ?? []);
  const rows: TreeRow[] = [];
  const show = (row: HierarchyRow, level: number) => {
    const open = row.below > 0 ? changed.has(row.ref) !== whole : undefined;
    const own = children.get(row.ref);
    rows.push({ row, level, open, loading: Boolean(open) && !own });
    if (open) own?.forEach(child => show(child, level + 1));
  };
  items.filter(({ level }) => level === 0).forEach(row => show(row, 0));
  return rows;
}

/** Refs of the rows that were opened, where what is below them has to be asked for. */
export function openedRefs(
  { whole }: Pick<KnownRows, 'whole'>,
  toggled: readonly string[],
): readonly string[] {
  return whole ? [] : toggled;
}

function childrenOf(
  rows: readonly HierarchyRow[],
): ReadonlyMap<string, readonly HierarchyRow[]> {
  const children = new Map<string, HierarchyRow[]>();
  for (const row of rows) {
    if (row.parent === undefined) continue;
    const siblings = children.get(row.parent);
    if (siblings) siblings.push(row);
    else children.set(row.parent, [row]);
  }
  return children;
}
