import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useCoverage } from '../../api/useCoverage';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { FailureNotice, FailureState } from '../FailureState';
import { CoveredClusters } from './CoveredClusters';
import { CoveredServices } from './CoveredServices';
import { CoverageVerdict } from './CoverageVerdict';
import { UnownedWorkloads } from './UnownedWorkloads';

/** Heights in pixels of what is still asked for: verdict, clusters, services. */
const HEIGHTS = [96, 220, 380];

/** What was not looked at and why: clusters, services, workloads of nobody. */
export function CoveragePage() {
  const coverage = useCoverage();
  const { data, failure, refresh, loading } = coverage;
  return (
    <BoardFrame page="coverage">
      {loading && <CoverageSkeleton />}
      {data && failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {!data && failure && (
        <FailureState failure={failure} onRetry={refresh} titleAs="h2" />
      )}
      {data && (
        <>
          <CoverageVerdict coverage={data} />
          <CoveredClusters clusters={data.clusters} />
          <CoveredServices coverage={data} />
        </>
      )}
      {(data || loading) && (
        <UnownedWorkloads clusters={data?.clusters ?? []} />
      )}
    </BoardFrame>
  );
}

function CoverageSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden role="status">{t('coverage.loading')}</VisuallyHidden>
      {HEIGHTS.map(height => (
        <Skeleton key={height} width="100%" height={height} />
      ))}
    </>
  );
}
