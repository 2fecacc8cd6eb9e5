import { ReactNode } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { DataRow } from './DataRow';
import styles from './DataTable.module.css';
import { HeaderCell } from './HeaderCell';

/** A column of a {@link DataTable}. */
export interface DataColumn<Row> {
  id: string;
  /** Also stands before the cell where rows are blocks. */
  header: string;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** True for the column that names the row; exactly one. */
  rowHeader?: boolean;
  sortable?: boolean;
  /** CSS width; without it the content decides. */
  width?: string;
  cell: (row: Row) => ReactNode;
}

/** By which column a table is sorted; the server knows the one direction that makes sense for it. */
export interface DataSort {
  by: string;
  /** How the column's values follow each other. */
  direction?: 'ascending' | 'descending';
  onSort: (column: string) => void;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<Row> {
  /** What the table lists, read out before it. */
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: DataSort;
  /** True while other rows are on their way. */
  outdated?: boolean;
  /** True for a table of few columns: rows become blocks where the container around the table is narrow, not where the table is. */
  compact?: boolean;
  /** What a row opens to; undefined for a row that does not open. */
  expand?: (row: Row) => ReactNode | undefined;
}

/** A table with rules between its rows. Where it has less than 700 px each row is a block that names its cells. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort, outdated, expand } = props;
  const { compact = false } = props;
  return (
    <div className={styles.frame} data-compact={compact}>
      <table className={styles.table} aria-busy={outdated || undefined}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {expand && <td className={styles.toggle} />}
            {columns.map(column => (
              <HeaderCell key={column.id} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        {rows.map(row => (
          <DataRow
            key={rowKey(row)}
            row={row}
            columns={columns}
            expand={expand}
          />
        ))}
      </table>
    </div>
  );
}
