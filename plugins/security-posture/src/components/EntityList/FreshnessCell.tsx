import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ClusterStateMark } from '../ClusterList';
import { RelativeTime } from '../RelativeTime';
import styles from './EntityCells.module.css';

/** When the clusters of the entity were last scanned, and how those stand that tell nothing or nothing fresh. */
export function FreshnessCell({ row }: { row: EntityRow }) {
  const { t } = usePostureTranslation();
  const { lastSuccessAt, staleClusters } = row;
  return (
    <span className={styles.lines}>
      {lastSuccessAt && <RelativeTime iso={lastSuccessAt} />}
      {!lastSuccessAt && staleClusters.length === 0 && (
        <span className={styles.second}>{t('organisation.table.never')}</span>
      )}
      {staleClusters.map(cluster => (
        <ClusterStateMark
          key={cluster.cluster}
          cluster={cluster}
          stale={cluster.lastSuccessAt !== undefined}
          name={cluster.title ?? cluster.cluster}
        />
      ))}
    </span>
  );
}
