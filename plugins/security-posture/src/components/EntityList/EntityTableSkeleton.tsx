import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityList.module.css';

/** Rows shown while the list is asked for the first time. */
const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The shape of the list while it is asked for, each row as high as a row. */
export function EntityTableSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div>
      <VisuallyHidden role="status">{t('organisation.loading')}</VisuallyHidden>
      <div className={styles.skeletonHead} />
      {ROWS.map(row => (
        <div key={row} className={styles.skeletonRow}>
          <Skeleton width="30%" height={16} />
          <Skeleton width="20%" height={16} />
          <Skeleton width="40%" height={16} />
        </div>
      ))}
    </div>
  );
}
