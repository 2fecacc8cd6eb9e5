import { Link } from '@backstage/ui';
import type { ExplorerRow } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import styles from './FindingsPage.module.css';

/** Props of {@link FindingCell}. */
export interface FindingCellProps {
  row: ExplorerRow;
  /** What the address keeps while the finding is opened. */
  address: Record<string, string>;
}

/** What is wrong, as a link that opens it, on what, and what limits it. */
export function FindingCell({ row, address }: FindingCellProps) {
  const link = useBoardLink();
  return (
    <span className={styles.lines}>
      <Link
        className={styles.link}
        href={link('findings', { query: { ...address, finding: row.key } })}
      >
        {row.title}
      </Link>
      <span className={styles.second}>
        {subjectName(row.resource)}
        <Place row={row} />
      </span>
      <Marks row={row} />
    </span>
  );
}

function Place({ row: { place, places } }: { row: ExplorerRow }) {
  const { t } = usePostureTranslation();
  if (!place) return null;
  return (
    <>
      {place.container &&
        t('findings.table.container', { container: place.container })}
      {places > 1 && t('findings.table.morePlaces', { count: places - 1 })}
    </>
  );
}

function Marks({ row }: { row: ExplorerRow }) {
  const { t } = usePostureTranslation();
  const { exempted, staleSince, outcome, reason } = row;
  return (
    <>
      {exempted && <StateMark state="exempted" />}
      {outcome === 'notEvaluated' && (
        <StateMark state="notEvaluated">
          {reason
            ? t('findings.table.notEvaluated', {
                reason: t(`shared.reason.${reason}`),
              })
            : t('shared.state.notEvaluated')}
        </StateMark>
      )}
      {staleSince && (
        <StateMark state="stale">
          {t('findings.table.stale', {
            time: <RelativeTime iso={staleSince} />,
          })}
        </StateMark>
      )}
    </>
  );
}
