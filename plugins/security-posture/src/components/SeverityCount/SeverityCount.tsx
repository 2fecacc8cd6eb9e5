import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import styles from './SeverityCount.module.css';

/** Props of {@link SeverityCount}. */
export interface SeverityCountProps {
  severity: 'critical' | 'high';
  /** Open findings of that severity. */
  count: number;
}

/** How many findings of a blocking severity are open, with the shape and the word. */
export function SeverityCount({ severity, count }: SeverityCountProps) {
  const { t } = usePostureTranslation();
  if (count === 0) {
    return (
      <span className={styles.none}>{t(`organisation.none.${severity}`)}</span>
    );
  }
  return (
    <span className={styles.count}>
      <span className={styles.number}>{count}</span>
      <SeverityBadge severity={severity} />
    </span>
  );
}
