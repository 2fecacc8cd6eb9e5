import { Card, CardBody, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { ScopeKind } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import styles from './ScopesPage.module.css';

/** Rows shown while the hierarchy is asked for the first time. */
const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The shape of the page while it is asked for, each row as high as a row. */
export function ScopesSkeleton({ kind }: { kind: ScopeKind }) {
  const { t } = usePostureTranslation();
  return (
    <>
      <Card>
        <CardBody className={styles.verdict}>
          <div className={styles.verdictWords}>
            <VisuallyHidden role="status">
              {t(`scopes.loading.${kind}`)}
            </VisuallyHidden>
            <Skeleton width={420} height={34} className={styles.fits} />
            <Skeleton width={300} height={22} className={styles.fits} />
          </div>
        </CardBody>
      </Card>
      <TabSection title={t(`scopes.title.${kind}`)} flush>
        {ROWS.map(row => (
          <div key={row} className={styles.skeletonRow}>
            <Skeleton width="20%" height={16} />
            <Skeleton width="30%" height={16} />
            <Skeleton width="30%" height={16} />
          </div>
        ))}
      </TabSection>
    </>
  );
}
