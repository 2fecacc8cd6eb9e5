import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { outsideProduction } from '../../model/outsideProduction';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityCount } from '../SeverityCount';
import styles from './EntityCells.module.css';

/** Props of {@link OpenCount}. */
export interface OpenCountProps {
  row: EntityRow;
  severity: 'critical' | 'high';
}

/** Open findings of a severity that count for readiness, and how many do not. Where nothing was judged it says so, never none. */
export function OpenCount({ row, severity }: OpenCountProps) {
  const { t } = usePostureTranslation();
  if (row.state !== 'judged') {
    return (
      <span className={styles.second}>{t('organisation.table.notJudged')}</span>
    );
  }
  const outside = outsideProduction(row.open, row.blocking)[severity];
  return (
    <span className={styles.lines}>
      <SeverityCount severity={severity} count={row.blocking[severity]} />
      {outside > 0 && (
        <span className={styles.second}>
          {t(`organisation.table.outside.${severity}`, { count: outside })}
        </span>
      )}
    </span>
  );
}
