import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { scannedInPart } from '../../model/scannedInPart';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';
import styles from './ClustersPage.module.css';

/** How a cluster is connected, since when, and why not. */
export function ClusterStateCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  const { state, reason, failingSince } = cluster;
  const partial = scannedInPart(cluster);
  return (
    <>
      <StateMark state={markOf(cluster)}>
        {t(`shared.clusterState.${partial ? 'scannedInPart' : state}`)}
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

function markOf(cluster: ClusterView): ControlState {
  const { state, lastSuccessAt } = cluster;
  if (state === 'scanned')
    return scannedInPart(cluster) ? 'notEvaluated' : 'passing';
  if (lastSuccessAt) return 'stale';
  return state === 'gone' ? 'notApplicable' : 'notEvaluated';
}
