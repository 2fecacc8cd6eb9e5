import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { wasScanned } from '../../model/scannedClusters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import { ClusterStateWords } from './ClusterStateWords';
import styles from './ClusterList.module.css';

/** Props of {@link ClusterList}. */
export interface ClusterListProps {
  clusters: readonly ClusterFreshness[];
  /** Names of the clusters whose last posture is too old. */
  stale: readonly string[];
}

/** The clusters that an entity may run in, each with how fresh what is known of it is. */
export function ClusterList({ clusters, stale }: ClusterListProps) {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t('tab.clusters.title')} flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('tab.clusters.cluster')}</th>
            <th scope="col">{t('tab.clusters.state')}</th>
            <th scope="col" className={styles.number}>
              {t('tab.clusters.workloads')}
            </th>
          </tr>
        </thead>
        <tbody>
          {clusters.map(cluster => (
            <tr key={cluster.cluster}>
              <th scope="row">
                {cluster.title ?? cluster.cluster}
                {cluster.production && (
                  <span className={styles.aside}>{t('shared.production')}</span>
                )}
              </th>
              <td>
                <ClusterStateWords
                  cluster={cluster}
                  stale={stale.includes(cluster.cluster)}
                />
              </td>
              <td className={styles.number}>
                {wasScanned(cluster) ? cluster.workloads : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabSection>
  );
}
