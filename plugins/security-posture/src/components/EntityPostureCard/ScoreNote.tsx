import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import { isStale, requiredCoverage } from '../Verdict';
import styles from './EntityPostureCard.module.css';

/** What weakens a score: old data, exempted findings, or too little of it. */
export function ScoreNote({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const { score, raw } = posture;
  const lastSeen = lastSeenOfSilent(posture);
  if (isStale(posture) && lastSeen) {
    return (
      <p className={styles.note}>
        <StateMark state="stale">
          {t('shared.freshness.stale', {
            time: <RelativeTime iso={lastSeen} />,
          })}
        </StateMark>
      </p>
    );
  }
  if (raw.value !== null && raw.value !== score.value) {
    return (
      <p className={styles.note}>
        {t('shared.score.raw', { score: String(raw.value) })}
      </p>
    );
  }
  if (requiredCoverage(posture) === undefined || score.value === null) {
    return null;
  }
  return <p className={styles.note}>{t('shared.score.partial')}</p>;
}

function lastSeenOfSilent({ reasons, clusters }: EntityPosture) {
  const silent = reasons.flatMap(reason =>
    reason.kind === 'staleCluster' ? [reason.cluster] : [],
  );
  return clusters.find(({ cluster }) => silent.includes(cluster))
    ?.lastSuccessAt;
}
