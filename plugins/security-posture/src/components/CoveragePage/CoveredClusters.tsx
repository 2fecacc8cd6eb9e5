import { Link } from '@backstage/ui';
import { RiLock2Line, RiServerLine } from '@remixicon/react';
import {
  ClusterCoverage,
  postureClusterReadPermission,
} from 'backstage-plugin-security-posture-common';
import { connectionOf } from '../../model/connectionOf';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ClusterStateMark } from '../ClusterList';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { RelativeTime } from '../RelativeTime';
import { TabSection } from '../TabSection';
import { ClusterGaps } from './ClusterGaps';
import styles from './CoveragePage.module.css';

/** Props of {@link CoveredClusters}. */
export interface CoveredClustersProps {
  /** Undefined where the user may not read clusters. */
  clusters: readonly ClusterCoverage[] | undefined;
}

/** How each cluster is connected, and what of it could not be judged; a row opens to why, and what would mend it. */
export function CoveredClusters({ clusters }: CoveredClustersProps) {
  const { t } = usePostureTranslation();
  const listed = clusters !== undefined && clusters.length > 0;
  return (
    <TabSection title={t('coverage.clusters.title')} flush={listed}>
      {!clusters && (
        <EmptyState
          icon={RiLock2Line}
          title={t('coverage.clusters.hidden.title')}
        >
          {t('coverage.clusters.hidden.description', {
            permission: <code>{postureClusterReadPermission.name}</code>,
          })}
        </EmptyState>
      )}
      {clusters?.length === 0 && (
        <EmptyState
          icon={RiServerLine}
          title={t('coverage.clusters.empty.title')}
        >
          {t('coverage.clusters.empty.description')}
        </EmptyState>
      )}
      {listed && (
        <DataTable
          label={t('coverage.clusters.label')}
          columns={columnsOf(t)}
          rows={clusters}
          rowKey={({ cluster }) => cluster}
          expand={cluster =>
            cluster.gaps.length ? <ClusterGaps cluster={cluster} /> : undefined
          }
        />
      )}
    </TabSection>
  );
}

function columnsOf(t: PostureTranslate): DataColumn<ClusterCoverage>[] {
  return [
    {
      id: 'cluster',
      header: t('coverage.clusters.cluster'),
      rowHeader: true,
      width: '24%',
      cell: cluster => <ClusterName cluster={cluster} />,
    },
    {
      id: 'state',
      header: t('coverage.clusters.state'),
      width: '46%',
      cell: cluster => <ClusterState cluster={cluster} />,
    },
    {
      id: 'gaps',
      header: t('coverage.clusters.gaps'),
      cell: ({ gaps, lastSuccessAt }) =>
        gaps.length === 0 ? (
          <span className={styles.second}>
            {t(`coverage.clusters.${lastSuccessAt ? 'none' : 'everything'}`)}
          </span>
        ) : (
          t('coverage.clusters.controls', { count: gaps.length })
        ),
    },
  ];
}

function ClusterName({ cluster }: { cluster: ClusterCoverage }) {
  const boardLink = useBoardLink();
  return (
    <Link
      className={styles.link}
      href={boardLink('clusters', { name: cluster.cluster })}
    >
      {cluster.title ?? cluster.cluster}
    </Link>
  );
}

function ClusterState({ cluster }: { cluster: ClusterCoverage }) {
  const { t } = usePostureTranslation();
  const { state, reason, stale, lastSuccessAt } = cluster;
  const silent = state !== 'scanned';
  const tellsAll = connectionOf(cluster) === 'scanned';
  return (
    <span className={styles.lines}>
      <ClusterStateMark cluster={cluster} stale={stale} />
      {reason && (
        <span className={styles.second}>{t(`shared.reason.${reason}`)}</span>
      )}
      {!tellsAll && lastSuccessAt && (
        <span className={styles.second}>
          {t(`tab.clusters.${silent ? 'lastSeen' : 'lastComplete'}`, {
            time: <RelativeTime iso={lastSuccessAt} />,
          })}
          {silent && `, ${t('coverage.clusters.silent')}`}
        </span>
      )}
    </span>
  );
}
