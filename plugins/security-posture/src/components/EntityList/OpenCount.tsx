import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityCount } from '../SeverityCount';
import styles from './EntityTable.module.css';

/** Props of {@link OpenCount}. */
export interface OpenCountProps {
  row: EntityRow;
  severity: 'critical' | 'high';
}

/** Open findings of a severity. Where nothing was judged it says so, never none. */
export function OpenCount({ row, severity }: OpenCountProps) {
  const { t } = usePostureTranslation();
  if (row.state !== 'judged') {
    return (
      <span className={styles.second}>{t('organisation.table.notJudged')}</span>
    );
  }
  return <SeverityCount severity={severity} count={row.open[severity]} />;
}
