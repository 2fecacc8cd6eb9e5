import { Link } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import type { ClusterOverview } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import { SweepTable } from './SweepTable';
import { useViewLink } from './useViewLink';
import styles from './ClusterPage.module.css';

/** The last sweeps of a cluster. */
export function SweepsSection({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const viewLink = useViewLink(overview.cluster.name);
  return (
    <TabSection
      title={t('clusters.sweeps.title')}
      actions={
        <Link href={viewLink('sweeps')} className={styles.link}>
          {t('clusters.sweeps.all')}
        </Link>
      }
      flush
    >
      {overview.sweeps.length ? (
        <SweepTable sweeps={overview.sweeps} />
      ) : (
        <NoSweeps />
      )}
    </TabSection>
  );
}

/** Says that nothing was swept yet. */
export function NoSweeps() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.within}>
      <EmptyState icon={RiTimeLine} title={t('clusters.sweeps.none')}>
        {t('clusters.sweeps.noneDetail')}
      </EmptyState>
    </div>
  );
}
