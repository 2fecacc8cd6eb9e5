import { Link } from '@backstage/ui';
import { RiCheckboxCircleLine, RiGroupLine } from '@remixicon/react';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import { SilentClusterItem } from './SilentClusterItem';
import { UnseenItem } from './UnseenItem';
import { UnseenServices } from './UnseenServices';
import styles from './NotLookedAt.module.css';

/** What was not looked at, and of each thing the next step. */
export function NotLookedAt({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const {
    clusters = [],
    entities,
    unownedWorkloads = 0,
  } = overview.notLookedAt;
  // Clusters that are told of say it of their services.
  const services = entities.filter(
    ({ evidence }) => evidence !== 'stale' || clusters.length === 0,
  );
  const nothing = clusters.length + services.length + unownedWorkloads === 0;
  return (
    <TabSection
      title={t('overview.unseen.title')}
      actions={
        <Link href={boardLink('coverage')} className={styles.link}>
          {t('overview.unseen.coverage')}
        </Link>
      }
      flush={!nothing}
    >
      {nothing && (
        <EmptyState
          icon={RiCheckboxCircleLine}
          title={t('overview.unseen.nothing.title')}
        >
          {t('overview.unseen.nothing.description')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {clusters.map(cluster => (
          <SilentClusterItem key={cluster.cluster} cluster={cluster} />
        ))}
        {services.map(unseen => (
          <UnseenServices
            key={unseen.evidence}
            unseen={unseen}
            requiredCoverage={overview.notLookedAt.requiredCoverage}
            owner={overview.owner}
          />
        ))}
        {unownedWorkloads > 0 && (
          <UnseenItem
            icon={RiGroupLine}
            what={t('overview.unseen.unowned', { count: unownedWorkloads })}
            why={t('overview.unseen.unownedWhy')}
            next={t('overview.unseen.unownedNext')}
            href={boardLink('coverage')}
          />
        )}
      </ul>
    </TabSection>
  );
}
