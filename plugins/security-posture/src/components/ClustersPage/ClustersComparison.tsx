import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ClusterDrift } from '../ClusterDrift';
import { TabSection } from '../TabSection';
import { ClusterMatrixContent } from './ClusterMatrixContent';

const DEFAULTS = { compare: 'matrix', a: '', b: '' };

/** Props of {@link ClustersComparison}. */
export interface ClustersComparisonProps {
  clusters: readonly ClusterView[];
}

/** How the clusters compare: all of them control by control, or where two of them differ. An address that names two shows these. */
export function ClustersComparison({ clusters }: ClustersComparisonProps) {
  const { t } = usePostureTranslation();
  const [state, change] = useUrlState(DEFAULTS);
  const drift = state.compare === 'drift' || Boolean(state.a && state.b);
  return (
    <TabSection
      title={t(drift ? 'clusters.drift.title' : 'clusters.matrix.title')}
      actions={
        <ToggleButtonGroup
          aria-label={t('clusters.compare.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[drift ? 'drift' : 'matrix']}
          onSelectionChange={keys => change(shown([...keys][0] === 'drift'))}
        >
          <ToggleButton id="matrix" size="small">
            {t('clusters.compare.matrix')}
          </ToggleButton>
          <ToggleButton id="drift" size="small">
            {t('clusters.compare.drift')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
      flush
    >
      {drift ? (
        <ClusterDrift
          clusters={clusters}
          a={state.a}
          b={state.b}
          onChange={change}
        />
      ) : (
        <ClusterMatrixContent />
      )}
    </TabSection>
  );
}

function shown(drift: boolean) {
  return drift ? { compare: 'drift' } : { compare: 'matrix', a: '', b: '' };
}
