import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useClusters } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { ClusterFailure } from '../ClusterFailure';
import { FailureNotice } from '../FailureState';
import { ClustersComparison } from './ClustersComparison';
import { ClustersTable } from './ClustersTable';
import { ClustersVerdict } from './ClustersVerdict';
import styles from './ClustersPage.module.css';

/** Every cluster with its state and score, then how they compare. */
export function ClustersPage() {
  const clusters = useClusters();
  const { data, failure, refresh } = clusters;
  return (
    <BoardFrame page="clusters">
      {data && failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {data && (
        <>
          <ClustersVerdict clusters={data.items} />
          {data.items.length > 0 && (
            <>
              <ClustersTable clusters={data.items} />
              <ClustersComparison clusters={data.items} />
            </>
          )}
        </>
      )}
      {!data && failure && (
        <ClusterFailure failure={failure} onRetry={refresh} />
      )}
      {!data && !failure && <ClustersSkeleton />}
    </BoardFrame>
  );
}

function ClustersSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden role="status">{t('clusters.loading')}</VisuallyHidden>
      <Skeleton width="100%" height={104} />
      <Skeleton width="100%" height={248} />
      <Skeleton width="100%" height={320} />
    </div>
  );
}
