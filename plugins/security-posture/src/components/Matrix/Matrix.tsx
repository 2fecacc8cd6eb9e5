import { CSSProperties } from 'react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { MatrixBody } from './MatrixBody';
import { MatrixHead } from './MatrixHead';
import { MatrixLegend } from './MatrixLegend';
import { MatrixCell, MatrixColumn, MatrixRow, MatrixUnit } from './matrixTypes';
import styles from './Matrix.module.css';

/** Props of {@link Matrix}. */
export interface MatrixProps {
  /** What the matrix says, for those who do not see it: "Services that fail a control, by team". */
  caption: string;
  /** The heading of the first column: what a row is. */
  corner: string;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  /** What a row and a column have in common; undefined where that is nothing. */
  cell: (row: MatrixRow, column: MatrixColumn) => MatrixCell | undefined;
  /** What the cells count. */
  unit: MatrixUnit;
  /** True while the numbers are those of the question before. */
  outdated?: boolean;
}

/**
 * A heat map that can be read: a real table with headings of rows and columns, a number in each cell, and what the
 * colours mean beneath. A number is tinted by the share that fails, in the colour of its severity, and leads to what is
 * behind it; 0 is "judged, and none fails", an outlined question mark "not judged", a dash "nothing to judge". Where it is
 * narrow, rows become blocks that list only the cells with something to say. Put it into a `TabSection` without padding:
 *
 * ```tsx
 * <Matrix
 *   caption="Services that fail a control, by team"
 *   corner="Team"
 *   unit="services"
 *   columns={[{ id, name: 'Privileged container', group: { id: 'critical', header: <SeverityBadge severity="critical" /> } }]}
 *   rows={[{ id: ref, name: 'payments', header: <Link … />, note: '4 of 6 judged', level: 1 }]}
 *   cell={(row, column) => cells.get(row.id, column.id)}
 * />
 * ```
 */
export function Matrix(props: MatrixProps) {
  const { caption, columns, outdated = false } = props;
  const { t } = usePostureTranslation();
  return (
    <div className={styles.matrix} data-outdated={outdated}>
      <div
        className={styles.scroll}
        role="region"
        aria-label={caption}
        // A region that scrolls has to be reached by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table
          className={styles.table}
          aria-label={caption}
          aria-busy={outdated}
          style={{ '--matrix-columns': columns.length } as CSSProperties}
        >
          <MatrixHead corner={props.corner} columns={columns} />
          <MatrixBody {...props} nothing={t('matrix.nothingFails')} />
        </table>
      </div>
      <MatrixLegend unit={props.unit} />
    </div>
  );
}
