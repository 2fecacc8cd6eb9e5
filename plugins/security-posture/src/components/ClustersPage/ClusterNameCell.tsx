import { Link } from '@backstage/ui';
import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ClustersPage.module.css';

/** The name of a cluster, which leads to its page, and whether it is production. */
export function ClusterNameCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { name, title, provider, production } = cluster;
  const marks = [
    ...(production ? [t('shared.production')] : []),
    ...(provider ? [provider] : []),
  ];
  return (
    <>
      <Link
        href={link('clusters', { name })}
        weight="bold"
        className={styles.link}
      >
        {title ?? name}
      </Link>
      {marks.length > 0 && (
        <span className={styles.second}>{marks.join(' · ')}</span>
      )}
    </>
  );
}
