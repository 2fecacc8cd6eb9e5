import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
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
  const { state, lastSuccessAt } = cluster;
  return (
    <>
      <StateMark state={markOf(cluster, stale)}>
        {t(`tab.clusters.${state}`)}{' '}
        {state === 'scanned' && lastSuccessAt && (
          <RelativeTime iso={lastSuccessAt} />
        )}
      </StateMark>
      {state !== 'scanned' && <Reasons cluster={cluster} t={t} />}
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

function markOf(
  { state, lastSuccessAt }: ClusterFreshness,
  stale: boolean,
): ControlState {
  if (stale || (state !== 'scanned' && lastSuccessAt)) return 'stale';
  if (state === 'scanned') return 'passing';
  return state === 'gone' ? 'notApplicable' : 'notEvaluated';
}
