import { Link } from '@backstage/ui';
import type { ClusterCoverage } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import styles from './SetupPage.module.css';

/** Clusters of which nothing fresh is known, why, and since when. */
export function OpenClusters({
  clusters,
}: {
  clusters: readonly ClusterCoverage[];
}) {
  const link = useBoardLink();
  return (
    <ul className={styles.clusters}>
      {clusters.map(cluster => (
        <li key={cluster.cluster}>
          <Link
            className={styles.link}
            href={link('clusters', { name: cluster.cluster })}
          >
            {cluster.title ?? cluster.cluster}
          </Link>
          {': '}
          <Reason cluster={cluster} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ cluster }: { cluster: ClusterCoverage }) {
  const { t } = usePostureTranslation();
  const { reason, lastSuccessAt } = cluster;
  const why = t(`shared.reason.${reason ?? 'unreachable'}`);
  if (!lastSuccessAt) return <>{t('setup.clusters.never', { why })}</>;
  return t('setup.clusters.since', {
    why,
    time: <RelativeTime iso={lastSuccessAt} />,
  });
}
