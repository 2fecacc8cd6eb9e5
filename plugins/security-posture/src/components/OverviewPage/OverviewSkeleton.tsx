import { Card, CardBody, Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './OverviewPage.module.css';

/** Heights of the cards beneath the summary, in pixels: what to fix first, two charts, two lists. */
const FIXES = 180;
const CHART = 300;
const LIST = 360;

/** The shape of the page while it is asked for. */
export function OverviewSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden role="status">{t('overview.loading')}</VisuallyHidden>
      <Card>
        <CardBody>
          <div className={styles.summary}>
            <div className={styles.verdict}>
              <Skeleton width="min(26rem, 100%)" height={28} />
              <Skeleton width="min(32rem, 100%)" height={22} />
            </div>
            <div className={styles.facts}>
              {['ready', 'services', 'blocking', 'coverage'].map(fact => (
                <div key={fact} className={styles.fact}>
                  <Skeleton width="6rem" height={16} />
                  <Skeleton width="100%" height={34} />
                  <Skeleton width="80%" height={20} />
                </div>
              ))}
            </div>
          </div>
        </CardBody>
      </Card>
      <Skeleton width="100%" height={FIXES} />
      {[CHART, LIST].map(height => (
        <div key={height} className={styles.pair}>
          <Skeleton width="100%" height={height} />
          <Skeleton width="100%" height={height} />
        </div>
      ))}
    </>
  );
}
