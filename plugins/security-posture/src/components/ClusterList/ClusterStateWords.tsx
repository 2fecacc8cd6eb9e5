import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
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
      {cluster.state !== 'scanned' && <Reasons cluster={cluster} t={t} />}
    </>
  );
}

/** Each thing that is known of a silent cluster on a line of its own. */
function Reasons({
  cluster: { reason, failingSince, lastSuccessAt },
  t,
}: {
  cluster: ClusterFreshness;
  t: PostureTranslate;
}) {
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
          {t('tab.clusters.lastSeen', {
            time: <RelativeTime iso={lastSuccessAt} />,
          })}
        </span>
      )}
    </>
  );
}
