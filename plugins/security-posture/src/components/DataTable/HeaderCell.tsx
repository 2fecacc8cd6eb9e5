import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import type { DataColumn, DataSort } from './DataTable';
import styles from './DataTable.module.css';

/** Props of {@link HeaderCell}. */
export interface HeaderCellProps<Row> {
  column: DataColumn<Row>;
  sort?: DataSort;
}

/** The head of a column; a button where the table can be sorted by it. */
export function HeaderCell<Row>({ column, sort }: HeaderCellProps<Row>) {
  const { id, header, align, width } = column;
  const sorted = sort?.by === id;
  const direction = sort?.direction ?? 'descending';
  return (
    <th
      scope="col"
      data-align={align}
      style={width === undefined ? undefined : { width }}
      aria-sort={sorted ? direction : undefined}
    >
      {sort && column.sortable ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => sort.onSort(id)}
        >
          {header}
          {sorted &&
            (direction === 'descending' ? (
              <RiArrowDownSLine size={16} aria-hidden="true" />
            ) : (
              <RiArrowUpSLine size={16} aria-hidden="true" />
            ))}
        </button>
      ) : (
        header
      )}
    </th>
  );
}
