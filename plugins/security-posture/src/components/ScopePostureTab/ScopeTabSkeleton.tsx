import { Card, Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ScopePostureTab.module.css';

/** The shape of the tab while it is asked for. */
export function ScopeTabSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden role="status">{t('scopes.tab.loading')}</VisuallyHidden>
      <Card className={styles.section}>
        <Skeleton width="60%" height={34} />
        <Skeleton width="40%" height={22} />
        <Skeleton width="100%" height={132} />
      </Card>
      <Card className={styles.section}>
        <Skeleton width="100%" height={280} />
      </Card>
    </>
  );
}
