import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { connectionOf } from '../../model/connectionOf';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import styles from './ClusterList.module.css';
import { ClusterStateMark } from './ClusterStateMark';

/** Props of {@link ClusterStateWords}. */
export interface ClusterStateWordsProps {
  cluster: ClusterFreshness;
  stale: boolean;
}

/** How a cluster is connected, since when, and why not. */
export function ClusterStateWords({ cluster, stale }: ClusterStateWordsProps) {
  const { t } = usePostureTranslation();
  return (
    <>
      <ClusterStateMark cluster={cluster} stale={stale} />
      {connectionOf(cluster) !== 'scanned' && (
        <Reasons cluster={cluster} t={t} />
      )}
    </>
  );
}

/** Each thing that is known of a cluster that does not tell all on a line of its own. */
function Reasons({
  cluster,
  t,
}: {
  cluster: ClusterFreshness;
  t: PostureTranslate;
}) {
  const { reason, failingSince, lastSuccessAt } = cluster;
  const last = cluster.state === 'scanned' ? 'lastComplete' : 'lastSeen';
  return (
    <>
      {reason && (
        <span className={styles.why}>{t(`shared.reason.${reason}`)}</span>
      )}
      {failingSince && (
        <span className={styles.why}>
          {t('tab.clusters.silent', {
            time: <RelativeTime iso={failingSince} />,
          })}
        </span>
      )}
      {lastSuccessAt && (
        <span className={styles.why}>
          {t(`tab.clusters.${last}`, {
            time: <RelativeTime iso={lastSuccessAt} />,
          })}
        </span>
      )}
    </>
  );
}
