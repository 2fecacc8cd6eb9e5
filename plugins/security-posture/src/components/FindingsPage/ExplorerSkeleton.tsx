import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './FindingsPage.module.css';

const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The shape of the list while it is asked for, each row as high as a row. */
export function ExplorerSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div>
      <VisuallyHidden role="status">{t('findings.loading')}</VisuallyHidden>
      <div className={styles.skeletonHead} />
      {ROWS.map(row => (
        <div key={row} className={styles.skeletonRow}>
          <Skeleton width={72} height={16} />
          <Skeleton width="34%" height={16} />
          <Skeleton width="18%" height={16} />
          <Skeleton width="16%" height={16} />
        </div>
      ))}
    </div>
  );
}
