import { EntityRow, Readiness } from 'backstage-plugin-security-posture-common';

/** Which rows to keep. */
export interface RowFilter {
  readonly readiness?: readonly Readiness[];
  /** Part of a name or title, in any case. */
  readonly search?: string;
  /** A full ref in lower case. */
  readonly owner?: string;
}

/** The rows that meet every part of the filter. */
export function filterRows(
  rows: readonly EntityRow[],
  { readiness, search, owner }: RowFilter,
): readonly EntityRow[] {
  const needle = search?.toLowerCase();
  return rows.filter(
    row =>
      (!readiness || readiness.includes(row.readiness)) &&
      (!owner || row.owner?.toLowerCase() === owner) &&
      (!needle || isNamed(row, needle)),
  );
}

function isNamed({ entityRef, title }: EntityRow, needle: string): boolean {
  const name = entityRef.slice(entityRef.indexOf('/') + 1);
  return (
    name.toLowerCase().includes(needle) ||
    (title?.toLowerCase().includes(needle) ?? false)
  );
}
