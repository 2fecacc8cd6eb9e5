import { VisuallyHidden } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { FindingGroup, Grouping } from '../../model/groupFindings';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FindingsRow } from './FindingsRow';
import styles from './Findings.module.css';
import { NotesRows } from './NotesRows';

/** Props of {@link FindingsTable}. */
export interface FindingsTableProps {
  groups: readonly FindingGroup[];
  /** Groups of severity info, folded under one row at the end. */
  notes: readonly FindingGroup[];
  /** False while more of both may follow. */
  complete: boolean;
  grouping: Grouping;
  posture: EntityPosture;
  /** Key of the finding that is open. */
  selected: string;
  linkTo: (key: string) => string;
  /** Opens a finding; an empty key closes. */
  onSelect: (key: string) => void;
}

/** One row a group, the gravest first; an open row shows one of its findings beneath. */
export function FindingsTable(props: FindingsTableProps) {
  const { groups, notes, complete, grouping, ...row } = props;
  const { t } = usePostureTranslation();
  if (groups.length + notes.length === 0) return null;
  const byControl = grouping === 'control';
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('tab.findings.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.severity}>
            {t('tab.findings.severity')}
          </th>
          <th scope="col">
            {t(byControl ? 'tab.findings.control' : 'tab.findings.subject')}
          </th>
          <th scope="col" className={styles.affected}>
            {t(
              byControl
                ? 'tab.findings.affected'
                : 'tab.findings.controlsColumn',
            )}
          </th>
          <th scope="col" className={styles.clusters}>
            {t('tab.findings.clusters')}
          </th>
          <th scope="col" className={styles.opened}>
            {t('tab.findings.openFor')}
          </th>
          {byControl && (
            <th scope="col" className={styles.points}>
              {t('tab.findings.points')}
            </th>
          )}
        </tr>
      </thead>
      {groups.map(group => (
        <FindingsRow
          key={group.id}
          group={group}
          grouping={grouping}
          {...row}
        />
      ))}
      {notes.length > 0 && (
        <NotesRows
          notes={notes}
          complete={complete}
          grouping={grouping}
          {...row}
        />
      )}
    </table>
  );
}
