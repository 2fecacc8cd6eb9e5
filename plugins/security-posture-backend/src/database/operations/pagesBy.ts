import { Knex } from 'knex';

/** Rows of one page: the next page leaves the event loop free for others. */
const PAGE_ROWS = 500;

/**
 * All rows of a query, page by page in the order of a column that names each once.
 * `column` is what the query calls it, `s.id` say; the rows have to hold it under its bare name.
 */
export async function* pagesBy<Row extends object>(
  query: () => Knex.QueryBuilder,
  column: string,
): AsyncGenerator<readonly Row[]> {
  const name = column.slice(column.indexOf('.') + 1) as keyof Row;
  let last: unknown;
  for (;;) {
    const page = query().orderBy(column).limit(PAGE_ROWS);
    const rows: Row[] = await (last === undefined
      ? page
      : page.andWhere(column, '>', last as string | number));
    if (rows.length) yield rows;
    if (rows.length < PAGE_ROWS) return;
    last = rows[rows.length - 1][name];
  }
}
