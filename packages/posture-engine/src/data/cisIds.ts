import { CisRecommendation, DataTable } from '../model/dataTables';

const KUBERNETES = /^cis-/;
const known = new WeakMap<
  DataTable<CisRecommendation>,
  ReadonlyMap<string, CisRecommendation>
>();

/**
 * The row of a recommendation, as kube-bench names edition and number: `cis-1.11`, or `cis-1.11.1` for a revision of it.
 * Undefined for a recommendation that no control answers, and for an edition that is not in the table.
 */
export function recommendationOf(
  table: DataTable<CisRecommendation>,
  edition: string,
  id: string,
): CisRecommendation | undefined {
  let rows = known.get(table);
  if (!rows) {
    rows = new Map(table.rows.map(row => [`${row.edition} ${row.id}`, row]));
    known.set(table, rows);
  }
  const name = edition.replace(KUBERNETES, '');
  return (
    rows.get(`${name} ${id}`) ?? rows.get(`${withoutRevision(name)} ${id}`)
  );
}

function withoutRevision(edition: string): string {
  return edition.slice(0, Math.max(0, edition.lastIndexOf('.')));
}
