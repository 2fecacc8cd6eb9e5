import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { connectionOf } from '../../model/connectionOf';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { clusterMark } from '../ClusterList';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import styles from './ClustersPage.module.css';

/** How a cluster is connected, since when, and why not. */
export function ClusterStateCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  const { state, reason, failingSince } = cluster;
  return (
    <>
      <StateMark state={clusterMark(cluster)}>
        {t(`shared.clusterState.${connectionOf(cluster)}`)}
      </StateMark>
      {reason && reason !== state && (
        <span className={styles.second}>{t(`shared.reason.${reason}`)}</span>
      )}
      {failingSince && (
        <span className={styles.second}>
          {t('clusters.state.silent', {
            time: <RelativeTime iso={failingSince} />,
          })}
        </span>
      )}
    </>
  );
}
