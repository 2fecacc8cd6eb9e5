import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiPauseCircleLine,
  RiQuestionLine,
  RiTimeFill,
} from '@remixicon/react';
import { Link, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { cellLook, cellNumbers, cellTint } from './cellLook';
import { cellWords } from './cellWords';
import { MatrixCell, MatrixUnit } from './matrixTypes';
import styles from './Matrix.module.css';

/** Props of {@link MatrixNumber}. */
export interface MatrixNumberProps {
  cell: MatrixCell | undefined;
  unit: MatrixUnit;
  /** Names of the row and the column, for those who do not see where the cell stands. */
  place: string;
}

type Flag = 'stale' | 'notEvaluated' | 'exempted';

const FLAGS: Readonly<Record<Flag, RemixiconComponentType>> = {
  stale: RiTimeFill,
  notEvaluated: RiQuestionLine,
  exempted: RiPauseCircleLine,
};

/** One cell: its number with colour, outline and mark, as a link where there is something behind it. */
export function MatrixNumber({ cell, unit, place }: MatrixNumberProps) {
  const { t } = usePostureTranslation();
  const look = cellLook(cell);
  if (!cell || look === 'nothing' || look === 'none') {
    return (
      <span className={styles.zero}>
        <span aria-hidden="true">{look === 'none' ? '0' : '–'}</span>
        <VisuallyHidden>{cellWords(cell, unit, t)}</VisuallyHidden>
      </span>
    );
  }
  const label = `${place}: ${cellWords(cell, unit, t)}`;
  return (
    <CellFrame cell={cell} label={label}>
      <NumberOf cell={cell} />
    </CellFrame>
  );
}

function CellFrame(props: {
  cell: MatrixCell;
  label: string;
  children: ReactNode;
}) {
  const { cell, label, children } = props;
  const look = cellLook(cell);
  const appearance = {
    className: styles.number,
    'data-printed': true,
    'data-look': look,
    'data-severity': cell.severity,
    'data-tint': look === 'failing' ? cellTint(cell) : undefined,
  };
  const content = (
    <>
      <span aria-hidden="true" className={styles.inner}>
        {children}
      </span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
  return cell.href ? (
    <Link {...appearance} href={cell.href} standalone>
      {content}
    </Link>
  ) : (
    <span {...appearance}>{content}</span>
  );
}

function NumberOf({ cell }: { cell: MatrixCell }) {
  const { t } = usePostureTranslation();
  const { number, of } = cellNumbers(cell);
  const flag = flagOf(cell);
  const Icon = flag && FLAGS[flag];
  return (
    <>
      <b className={styles.value}>
        {number}
        {Icon && (
          <Icon
            className={styles.flag}
            data-flag={flag}
            size={14}
            aria-hidden="true"
          />
        )}
      </b>
      <span className={styles.of}>{t('matrix.of', { of: String(of) })}</span>
    </>
  );
}

function flagOf(cell: MatrixCell): Flag | undefined {
  if (cell.stale > 0) return 'stale';
  if (cell.notEvaluated > 0) return 'notEvaluated';
  return cell.exempted > 0 ? 'exempted' : undefined;
}
