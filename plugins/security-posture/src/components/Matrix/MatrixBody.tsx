import { CSSProperties } from 'react';
import { MatrixProps } from './Matrix';
import { cellLook } from './cellLook';
import { MatrixNumber } from './MatrixNumber';
import { MatrixRow } from './matrixTypes';
import styles from './Matrix.module.css';

/** Props of {@link MatrixBody}. */
export type MatrixBodyProps = Pick<
  MatrixProps,
  'columns' | 'rows' | 'cell' | 'unit'
> & {
  /** The words of a row without anything to say, where it is a block. */
  nothing: string;
};

/** The rows of a matrix. */
export function MatrixBody({ rows, ...rest }: MatrixBodyProps) {
  return (
    <tbody>
      {rows.map(row => (
        <MatrixBodyRow key={row.id} row={row} {...rest} />
      ))}
    </tbody>
  );
}

function MatrixBodyRow(
  props: Omit<MatrixBodyProps, 'rows'> & { row: MatrixRow },
) {
  const { row, columns, cell, unit, nothing } = props;
  const cells = columns.map(column => {
    const content = cell(row, column);
    const look = cellLook(content);
    return {
      column,
      content,
      quiet: look === 'none' || look === 'nothing',
    };
  });
  return (
    <tr>
      <th
        scope="row"
        className={styles.row}
        style={{ '--matrix-level': row.level ?? 0 } as CSSProperties}
      >
        {row.header ?? row.name}
        {row.note && <span className={styles.note}>{row.note}</span>}
        {cells.every(({ quiet }) => quiet) && (
          <span className={styles.nothing}>{nothing}</span>
        )}
      </th>
      {cells.map(({ column, content, quiet }) => (
        <td key={column.id} className={styles.cell} data-quiet={quiet}>
          <span className={styles.label} aria-hidden="true">
            {column.name}
          </span>
          <MatrixNumber
            cell={content}
            unit={unit}
            place={`${row.name}, ${column.name}`}
          />
        </td>
      ))}
    </tr>
  );
}
