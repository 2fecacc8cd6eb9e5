import { useState } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import { FindingGroup } from '../../model/groupFindings';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import { FindingsRow, FindingsRowProps } from './FindingsRow';
import styles from './Findings.module.css';

/** Props of {@link NotesRows}. */
export interface NotesRowsProps extends Omit<FindingsRowProps, 'group'> {
  notes: readonly FindingGroup[];
  /** False while more findings, and so more notes, may follow. */
  complete: boolean;
}

/** One row that says how many notes there are and, unfolded, a row for each group of them. */
export function NotesRows({ notes, complete, ...row }: NotesRowsProps) {
  const { t } = usePostureTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const findings = notes.flatMap(group => group.findings);
  const holdsSelected = findings.some(({ key }) => key === row.selected);
  const shown = unfolded || holdsSelected;
  const toggle = () => {
    setUnfolded(!shown);
    if (holdsSelected) row.onSelect('');
  };
  return (
    <>
      <tbody className={styles.group}>
        <tr className={styles.row} data-unfolded={shown}>
          <td className={styles.severity}>
            <SeverityBadge severity="info" />
          </td>
          <th
            scope="row"
            colSpan={row.grouping === 'control' ? 5 : 4}
            className={styles.name}
          >
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={shown}
              onClick={toggle}
            >
              <RiArrowRightSLine
                className={styles.chevron}
                size={16}
                aria-hidden="true"
              />
              {t(
                complete
                  ? 'tab.findings.foldedNotes'
                  : 'tab.findings.foldedNotesSoFar',
                { count: findings.length },
              )}
            </button>
          </th>
        </tr>
      </tbody>
      {shown &&
        notes.map(group => (
          <FindingsRow key={group.id} group={group} {...row} />
        ))}
    </>
  );
}
