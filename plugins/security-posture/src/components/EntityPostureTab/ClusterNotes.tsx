import { ReactNode } from 'react';
import type {
  ClusterFreshness,
  EntityPosture,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';
import { connectionOf } from '../../model/connectionOf';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import styles from './EntityPostureTab.module.css';

type StaleReason = Extract<ReadinessReason, { kind: 'staleCluster' }>;

/** Which clusters are silent or tell only a part, why, and what becomes of what was known of them. */
export function ClusterNotes({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const partial = posture.clusters.filter(
    cluster => connectionOf(cluster) === 'scannedInPart',
  );
  const inPart = new Set(partial.map(({ cluster }) => cluster));
  const silent = posture.reasons.filter(
    (reason): reason is StaleReason =>
      reason.kind === 'staleCluster' && !inPart.has(reason.cluster),
  );
  if (silent.length + partial.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {silent.map(reason => (
        <Note key={reason.cluster}>
          {silentWords(reason, t)} {t('tab.stale.kept')}
        </Note>
      ))}
      {partial.map(cluster => (
        <Note key={cluster.cluster}>
          {partialWords(cluster, t)} {t('tab.stale.keptInPart')}
        </Note>
      ))}
    </ul>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <li>
      <StateMark state="stale">{children}</StateMark>
    </li>
  );
}

function silentWords(
  { cluster, since, reason }: StaleReason,
  t: PostureTranslate,
) {
  const why = reason && t(`shared.reason.${reason}`);
  const time = since && <RelativeTime iso={since} />;
  if (time && why) return t('tab.stale.since', { cluster, time, reason: why });
  if (time) return t('tab.stale.sinceWithoutReason', { cluster, time });
  if (why) return t('tab.stale.failing', { cluster, reason: why });
  return t('tab.stale.old', { cluster });
}

function partialWords(
  { cluster, title, reason }: ClusterFreshness,
  t: PostureTranslate,
): string {
  return t('tab.stale.partial', {
    cluster: title ?? cluster,
    reason: t(`shared.reason.${reason ?? 'partial'}`),
  });
}
