import { useCoverage } from '../../api/useCoverage';
import { BoardFrame } from '../BoardFrame';
import { Loaded } from '../Loaded';
import { TabSection } from '../TabSection';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ClusterRights } from './ClusterRights';
import { setupSteps } from './setupSteps';
import { StepList } from './StepList';

/** Whether the portal is set up: plugins, clusters, rights and services, each with what is left to do. */
export function SetupPage() {
  const { t } = usePostureTranslation();
  const coverage = useCoverage();
  return (
    <BoardFrame page="setup">
      <TabSection title={t('setup.title')} flush>
        <Loaded resource={coverage} height={280}>
          {data => <StepList steps={setupSteps(data)} />}
        </Loaded>
      </TabSection>
      {coverage.data?.clusters && (
        <ClusterRights clusters={coverage.data.clusters} />
      )}
    </BoardFrame>
  );
}
