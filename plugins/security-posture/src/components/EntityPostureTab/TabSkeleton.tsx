import { Card, Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityPostureTab.module.css';

/** The tab before the first answer, in the shape of what comes. */
export function TabSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden role="status">{t('tab.loading')}</VisuallyHidden>
      <Card className={styles.section} aria-hidden="true">
        <Skeleton width="40%" height={32} />
        <Skeleton width="60%" height={20} />
        <Skeleton width="100%" height={72} />
      </Card>
      <Card className={styles.section} aria-hidden="true">
        <Skeleton width="50%" height={24} />
        <Skeleton width="100%" height={180} />
      </Card>
    </>
  );
}
