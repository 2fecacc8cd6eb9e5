import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ClusterOverview,
  ClusterView,
} from 'backstage-plugin-security-posture-common';
import {
  Failure,
  securityPostureApiRef,
  useClusterPart,
  useClusterScan,
} from '../../api';
import { useBoardLink, usePathParameter, useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DetailFrame } from '../BoardFrame';
import { CompareButton, ComparisonPanel } from '../Comparison';
import { ExportButton } from '../ExportButton';
import { FailureNotice } from '../FailureState';
import type { PrintedBasis } from '../PrintedPage';
import { ScanOutcome } from '../ScanButton';
import { ClusterContent } from './ClusterContent';
import { clusterMetadata } from './clusterMetadata';
import { ClusterSkeleton } from './ClusterSkeleton';
import { CLUSTER_PAGE_DEFAULTS, CLUSTER_VIEWS, viewOf } from './clusterViews';
import { MissingCluster } from './MissingCluster';

/** One cluster: what is open in it, what may be read of it, what runs in it, and what people and sweeps did. */
export function ClusterPage() {
  const name = usePathParameter('name');
  const overview = useClusterPart(name, 'overview', api =>
    api.getClusterOverview(name),
  );
  const { data, failure, refresh } = overview;
  if (data)
    return <KnownCluster overview={data} stale={failure} retry={refresh} />;
  return (
    <DetailFrame page="clusters" title={name}>
      {failure ? (
        <MissingCluster name={name} failure={failure} retry={refresh} />
      ) : (
        <ClusterSkeleton />
      )}
    </DetailFrame>
  );
}

interface KnownClusterProps {
  overview: ClusterOverview;
  stale: Failure | undefined;
  retry: () => void;
}

function KnownCluster({ overview, stale, retry }: KnownClusterProps) {
  const { cluster } = overview;
  const { t } = usePostureTranslation();
  const [state, change] = useUrlState(CLUSTER_PAGE_DEFAULTS);
  const link = useBoardLink();
  const scan = useClusterScan(cluster.name);
  const title = cluster.title ?? cluster.name;
  const metadata = clusterMetadata(overview, t);
  const mayScan = scan.allowed && cluster.state !== 'needsUserCredentials';
  return (
    <DetailFrame
      page="clusters"
      title={title}
      tags={[
        t('clusters.page.kind'),
        ...(cluster.production ? [t('shared.production')] : []),
      ]}
      metadata={metadata}
      tabs={CLUSTER_VIEWS.map(id => ({
        id,
        label: t(`clusters.page.views.${id}`),
        href: link('clusters', {
          name: cluster.name,
          ...(id === 'posture' ? {} : { query: { view: id } }),
        }),
      }))}
      activeTab={viewOf(state.view)}
      basis={basisOf(cluster)}
      actions={
        <>
          <ExportButton of={{ scope: 'cluster', ref: cluster.name }} />
          <CompareButton onCompare={compare => change({ compare })} />
          {mayScan && (
            <Button
              variant="primary"
              iconStart={<RiRefreshLine />}
              isPending={scan.underWay}
              onPress={scan.start}
            >
              {t('shared.scan.now')}
            </Button>
          )}
        </>
      }
    >
      <ScanOutcome scan={scan} />
      {stale && <FailureNotice failure={stale} onRetry={retry} />}
      <ClusterContent overview={overview} state={state} onChange={change} />
      <ClusterComparison
        cluster={cluster.name}
        title={title}
        value={state.compare}
        onChange={compare => change({ compare })}
      />
    </DetailFrame>
  );
}

function basisOf({ posture }: ClusterView): PrintedBasis | undefined {
  return (
    posture && { library: posture.library, coverage: posture.score.coverage }
  );
}

interface ClusterComparisonProps {
  cluster: string;
  title: string;
  value: string;
  onChange: (value: string) => void;
}

/** Two days of the cluster, side by side in a panel. */
function ClusterComparison(props: ClusterComparisonProps) {
  const { cluster, title, value, onChange } = props;
  const api = useApi(securityPostureApiRef);
  const link = useBoardLink();
  return (
    <ComparisonPanel
      subject={title}
      id={`cluster:${cluster}`}
      value={value}
      onChange={onChange}
      load={query => api.getClusterChanges(cluster, query)}
      exportOf={{ scope: 'cluster', ref: cluster }}
      links={{ finding: key => link('findings', { query: { finding: key } }) }}
    />
  );
}
