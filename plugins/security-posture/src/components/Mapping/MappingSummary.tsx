import { RiLinksLine } from '@remixicon/react';
import { joinWords } from '../../model/joinWords';
import { MappedClusters } from '../../model/scannedClusters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import type { MappingProps } from './Mapping';
import styles from './Mapping.module.css';
import { noClusterWords } from './noClusterWords';
import { unscannedWords } from './unscannedWords';

/** Props of {@link MappingSummary}. */
export interface MappingSummaryProps extends Pick<MappingProps, 'posture'> {
  clusters: MappedClusters;
}

/** How many workloads the mapping finds, and where none were counted. */
export function MappingSummary({ posture, clusters }: MappingSummaryProps) {
  const { t } = usePostureTranslation();
  const { query, problem } = posture.mapping;
  if (problem) return <p className={styles.summary}>{problem}</p>;
  if (!query) return null;
  if (query.clusters.length === 0) {
    return <p className={styles.summary}>{noClusterWords(query, t)}</p>;
  }
  const words = {
    count: posture.workloads,
    clusters: joinWords(clusters.scanned, t('shared.locale')),
    selector: <code>{query.labelSelector}</code>,
  };
  return (
    <p className={styles.summary}>
      <RiLinksLine size={16} aria-hidden="true" />
      <span>
        {clusters.scanned.length > 0
          ? t('tab.mapping.summary', words)
          : t('tab.mapping.notCounted', words)}{' '}
        {unscannedWords(clusters, t)}
      </span>
    </p>
  );
}
