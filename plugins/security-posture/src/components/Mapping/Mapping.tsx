import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import type { MappingView } from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import { MappingDetail } from './MappingDetail';
import styles from './Mapping.module.css';
import { noClusterWords } from './noClusterWords';

/** Props of {@link Mapping}. */
export interface MappingProps {
  mapping: MappingView;
  /** Workloads that the mapping finds. */
  workloads: number;
  /** True where the mapping is what to look at: it starts unfolded. */
  open: boolean;
}

/** How an entity is joined to its workloads, and where that finds nothing. */
export function Mapping({ mapping, workloads, open }: MappingProps) {
  const { t } = usePostureTranslation();
  const [shown, setShown] = useState(open);
  const id = useId();
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
      <MappingSummary mapping={mapping} workloads={workloads} />
      <div id={id} hidden={!shown}>
        {shown && <MappingDetail mapping={mapping} />}
      </div>
    </TabSection>
  );
}

function MappingSummary({
  mapping,
  workloads,
}: Pick<MappingProps, 'mapping' | 'workloads'>) {
  const { t } = usePostureTranslation();
  const { query, problem } = mapping;
  if (problem) return <p className={styles.summary}>{problem}</p>;
  if (!query) return null;
  if (query.clusters.length === 0) {
    return <p className={styles.summary}>{noClusterWords(query, t)}</p>;
  }
  return (
    <p className={styles.summary}>
      <RiLinksLine size={16} aria-hidden="true" />
      <span>
        {t('tab.mapping.summary', {
          count: workloads,
          clusters: joinWords(query.clusters, t('shared.locale')),
          selector: <code>{query.labelSelector}</code>,
        })}
      </span>
    </p>
  );
}
