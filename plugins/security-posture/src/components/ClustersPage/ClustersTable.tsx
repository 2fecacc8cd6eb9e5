import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { Score } from '../Score';
import { SeverityCount } from '../SeverityCount';
import { SupportWords } from '../SupportWords';
import { TabSection } from '../TabSection';
import { ClusterNameCell } from './ClusterNameCell';
import { ClusterScanCell } from './ClusterScanCell';
import { ClusterStateCell } from './ClusterStateCell';
import styles from './ClustersPage.module.css';

/** Props of {@link ClustersTable}. */
export interface ClustersTableProps {
  clusters: readonly ClusterView[];
}

/** Clusters with state, version, own score, workloads and last sweep. */
export function ClustersTable({ clusters }: ClustersTableProps) {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t('clusters.table.title')} flush>
      <DataTable
        label={t('clusters.table.label')}
        columns={useColumns()}
        rows={clusters}
        rowKey={({ name }) => name}
      />
      <p className={styles.note}>{t('clusters.table.note')}</p>
    </TabSection>
  );
}

function useColumns(): DataColumn<ClusterView>[] {
  const { t } = usePostureTranslation();
  return [
    {
      id: 'cluster',
      header: t('clusters.table.cluster'),
      rowHeader: true,
      cell: cluster => <ClusterNameCell cluster={cluster} />,
    },
    {
      id: 'state',
      header: t('clusters.table.state'),
      cell: cluster => <ClusterStateCell cluster={cluster} />,
    },
    {
      id: 'version',
      header: t('clusters.table.version'),
      cell: cluster => <VersionCell cluster={cluster} />,
    },
    {
      id: 'score',
      header: t('clusters.table.score'),
      cell: ({ posture, state }) =>
        posture ? (
          <Score score={posture.score} faded={state !== 'scanned'} />
        ) : (
          <span className={styles.aside}>{t('shared.score.none')}</span>
        ),
    },
    {
      id: 'open',
      header: t('clusters.table.open'),
      cell: cluster => <OpenCell cluster={cluster} />,
    },
    {
      id: 'workloads',
      header: t('clusters.table.workloads'),
      align: 'end',
      cell: ({ lastSuccessAt, workloads }) =>
        lastSuccessAt ? (
          workloads
        ) : (
          <span className={styles.aside}>{t('clusters.table.notJudged')}</span>
        ),
    },
    {
      id: 'sweep',
      header: t('clusters.table.sweep'),
      cell: cluster => <SweepCell cluster={cluster} />,
    },
  ];
}

function VersionCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  const { kubernetes, kubernetesVersion } = cluster;
  if (!kubernetesVersion)
    return (
      <span className={styles.aside}>{t('clusters.table.noVersion')}</span>
    );
  const over = kubernetes?.support?.state === 'ended';
  return (
    <>
      <span className={styles.nowrap}>{kubernetesVersion}</span>
      <span className={styles.second} data-warns={over}>
        <SupportWords support={kubernetes?.support} />
      </span>
    </>
  );
}

function OpenCell({ cluster: { posture } }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  if (!posture)
    return (
      <span className={styles.aside}>{t('clusters.table.notJudged')}</span>
    );
  const { critical, high } = posture.open;
  if (critical + high === 0)
    return <span className={styles.aside}>{t('clusters.table.noOpen')}</span>;
  return (
    <span className={styles.counts}>
      {critical > 0 && <SeverityCount severity="critical" count={critical} />}
      {high > 0 && <SeverityCount severity="high" count={high} />}
    </span>
  );
}

function SweepCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  return (
    <>
      <span className={styles.nowrap}>
        {cluster.lastSuccessAt ? (
          <RelativeTime iso={cluster.lastSuccessAt} />
        ) : (
          <span className={styles.aside}>{t('clusters.table.never')}</span>
        )}
      </span>
      <ClusterScanCell cluster={cluster} />
    </>
  );
}
