import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';
import styles from './ClusterList.module.css';

/** Props of {@link ClusterStateWords}. */
export interface ClusterStateWordsProps {
  cluster: ClusterFreshness;
  stale: boolean;
}

/** How a cluster is connected, since when, and why not. */
export function ClusterStateWords({ cluster, stale }: ClusterStateWordsProps) {
  const { t } = usePostureTranslation();
  const { state, reason, lastSuccessAt, failingSince } = cluster;
  return (
    <>
      <StateMark state={markOf(cluster, stale)}>
        {t(`tab.clusters.${state}`)}{' '}
        {state === 'scanned' && lastSuccessAt && (
          <RelativeTime iso={lastSuccessAt} />
        )}
        {state !== 'scanned' &&
          failingSince &&
          t('tab.clusters.silent', {
            time: <RelativeTime iso={failingSince} />,
          })}
      </StateMark>
      {state !== 'scanned' && (lastSuccessAt || reason) && (
        <span className={styles.why}>
          {reason && t(`shared.reason.${reason}`)}
          {reason && lastSuccessAt && '; '}
          {lastSuccessAt &&
            t('tab.clusters.lastSeen', {
              time: <RelativeTime iso={lastSuccessAt} />,
            })}
        </span>
      )}
    </>
  );
}

function markOf(
  { state, lastSuccessAt }: ClusterFreshness,
  stale: boolean,
): ControlState {
  if (stale || (state !== 'scanned' && lastSuccessAt)) return 'stale';
  if (state === 'scanned') return 'passing';
  return state === 'gone' ? 'notApplicable' : 'notEvaluated';
}
