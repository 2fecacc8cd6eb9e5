import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ClusterPage.module.css';

/** The room of a cluster's first view until it is there. */
export function ClusterSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.view}>
      <VisuallyHidden role="status">
        {t('clusters.page.loading')}
      </VisuallyHidden>
      <Skeleton width="100%" height={216} />
      <Skeleton width="100%" height={200} />
      <Skeleton width="100%" height={280} />
    </div>
  );
}
