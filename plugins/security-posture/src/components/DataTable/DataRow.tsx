import { ReactNode, useId, useState } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import type { DataColumn } from './DataTable';
import styles from './DataTable.module.css';

/** Props of {@link DataRow}. */
export interface DataRowProps<Row> {
  row: Row;
  columns: readonly DataColumn<Row>[];
  expand?: (row: Row) => ReactNode | undefined;
}

/** A row, and beneath it what it opens to. */
export function DataRow<Row>({ row, columns, expand }: DataRowProps<Row>) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const detail = expand?.(row);
  const opens = detail !== undefined;
  return (
    <tbody className={styles.group}>
      <tr>
        {expand && (
          <td className={styles.toggle}>
            {opens && (
              <Toggle
                open={open}
                detailId={id}
                onToggle={() => setOpen(!open)}
              />
            )}
          </td>
        )}
        {columns.map(column => (
          <Cell key={column.id} column={column} row={row} />
        ))}
      </tr>
      {opens && open && (
        <tr id={id}>
          <td colSpan={columns.length + 1} className={styles.detail}>
            {detail}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Cell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const content = (
    <>
      <span className={styles.label} aria-hidden="true">
        {column.header}
      </span>
      <span className={styles.value}>{column.cell(row)}</span>
    </>
  );
  return column.rowHeader ? (
    <th scope="row" data-align={column.align}>
      {content}
    </th>
  ) : (
    <td data-align={column.align}>{content}</td>
  );
}

interface ToggleProps {
  open: boolean;
  detailId: string;
  onToggle: () => void;
}

function Toggle({ open, detailId, onToggle }: ToggleProps) {
  const { t } = usePostureTranslation();
  const Icon = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <button
      type="button"
      className={styles.opener}
      aria-expanded={open}
      aria-controls={open ? detailId : undefined}
      aria-label={t(open ? 'shared.table.close' : 'shared.table.open')}
      onClick={onToggle}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
