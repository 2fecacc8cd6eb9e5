import type {
  ClusterFreshness,
  MappingView,
} from 'backstage-plugin-security-posture-common';
import { wasScanned } from '../../model/scannedClusters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StateMark } from '../StateMark';
import styles from './Mapping.module.css';

/** Props of {@link MappingByCluster}. */
export interface MappingByClusterProps {
  query: MappingView['query'];
  clusters: readonly ClusterFreshness[];
}

/** What the query finds in each cluster that the entity may run in. Of one that was never scanned that is not known. */
export function MappingByCluster({ query, clusters }: MappingByClusterProps) {
  const { t } = usePostureTranslation();
  const looked = clusters.filter(({ cluster }) =>
    query?.clusters.includes(cluster),
  );
  if (looked.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('tab.mapping.byCluster')}</h3>
      <ul className={styles.steps}>
        {looked.map(cluster => (
          <li key={cluster.cluster}>
            <StateMark state={stateOf(cluster)}>
              {cluster.title ?? cluster.cluster}:{' '}
              {wasScanned(cluster)
                ? t('tab.mapping.matches', { count: cluster.workloads })
                : t('tab.mapping.neverScanned')}
            </StateMark>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A cluster in which nothing matches is no failure: the entity need not run in all of them. */
function stateOf(cluster: ClusterFreshness) {
  if (!wasScanned(cluster)) return 'notEvaluated';
  return cluster.workloads > 0 ? 'passing' : 'notApplicable';
}
