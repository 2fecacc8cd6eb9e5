import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { mappedClusters } from '../../model/scannedClusters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import { MappingDetail } from './MappingDetail';
import { MappingSummary } from './MappingSummary';

/** Props of {@link Mapping}. */
export interface MappingProps {
  posture: Pick<EntityPosture, 'mapping' | 'workloads' | 'clusters'>;
  /** True where the mapping is what to look at: it starts unfolded. */
  open: boolean;
}

/** How an entity is joined to its workloads, and where that finds nothing. */
export function Mapping({ posture, open }: MappingProps) {
  const { t } = usePostureTranslation();
  const [shown, setShown] = useState(open);
  const id = useId();
  const clusters = mappedClusters(posture);
  return (
    <TabSection
      title={t('tab.mapping.title')}
      actions={
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={shown}
          aria-controls={id}
          onPress={() => setShown(!shown)}
        >
          {t(shown ? 'tab.mapping.hide' : 'tab.mapping.check')}
        </Button>
      }
    >
      <MappingSummary posture={posture} clusters={clusters} />
      <div id={id} hidden={!shown}>
        {shown && (
          <MappingDetail
            mapping={posture.mapping}
            clusters={clusters}
            freshness={posture.clusters}
          />
        )}
      </div>
    </TabSection>
  );
}
