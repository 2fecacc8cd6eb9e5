import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './OrganisationSummary.module.css';

/** The shape of the summary while it is asked for, as high as the summary. */
export function SummarySkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.summary}>
      <VisuallyHidden>{t('organisation.loading')}</VisuallyHidden>
      <div className={styles.verdict}>
        <Skeleton width="min(26rem, 100%)" height={28} />
        <Skeleton width="min(32rem, 100%)" height={22} />
      </div>
      <div className={styles.facts}>
        {['services', 'blocking', 'coverage'].map(fact => (
          <div key={fact} className={styles.fact}>
            <Skeleton width="6rem" height={16} />
            <Skeleton width="100%" height={20} />
            <Skeleton width="80%" height={20} />
          </div>
        ))}
      </div>
    </div>
  );
}
