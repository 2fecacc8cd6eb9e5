import type {
  ClusterScanView,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ScanProgress } from '../ScanProgress';
import type { ScanControl } from './ScanControl';
import styles from './ScanOutcome.module.css';

/** How far the scan is, or how it ended; read out politely. */
export function ScanOutcome({ scan }: { scan: ScanControl }) {
  const { t } = usePostureTranslation();
  if (scan.scan && scan.underWay) return <ScanProgress scan={scan.scan} />;
  return (
    <p className={styles.outcome} role="status">
      {outcomeWords(scan, t)}
    </p>
  );
}

function outcomeWords(scan: ScanControl, t: PostureTranslate): string | null {
  if (scan.failure) return refusalWords(scan.failure, t);
  if (scan.underWay) return t('shared.scan.starting');
  if (scan.scan?.state === 'failed') return failureWords(scan.scan, t);
  if (scan.scan?.state === 'finished') return finishedWords(scan.scan, t);
  return null;
}

function refusalWords(
  failure: NonNullable<ScanControl['failure']>,
  t: PostureTranslate,
): string {
  if (failure.kind === 'forbidden') return t('shared.scan.forbidden');
  const message =
    failure.kind === 'server'
      ? failure.message
      : t(`shared.failure.${failure.kind}Title`);
  return t('shared.scan.refused', { message });
}

/** That it finished and, where some kind was refused, which. */
function finishedWords({ clusters }: ScanView, t: PostureTranslate): string {
  const unread = clusters.flatMap(cluster => unreadWords(cluster, t));
  if (unread.length === 0) return t('shared.scan.finished');
  return t('shared.scan.finishedInPart', {
    kinds: joinWords(unread, t('shared.locale')),
  });
}

/** "nodes and secrets in prod-eu (the API server refused …)", for each reason. */
function unreadWords(
  { cluster, unread }: ClusterScanView,
  t: PostureTranslate,
): string[] {
  const reasons = [...new Set(unread.map(({ reason }) => reason))];
  return reasons.map(reason => {
    const kinds = unread
      .filter(kind => kind.reason === reason)
      .map(({ resource }) => resource);
    return t('shared.scan.unread', {
      kinds: joinWords(kindWords(kinds, t), t('shared.locale')),
      cluster,
      reason: t(`shared.reason.${reason}`),
    });
  });
}

/** "configmaps of kube-system"; not beside "configmaps", which are those of all namespaces. */
function kindWords(kinds: readonly string[], t: PostureTranslate): string[] {
  return kinds.flatMap(resource => {
    const [kind, namespace] = resource.split(' of ');
    if (namespace === undefined) return kind;
    return kinds.includes(kind)
      ? []
      : t('shared.scan.kindIn', { kind, namespace });
  });
}

function failureWords({ clusters }: ScanView, t: PostureTranslate): string {
  const failed = clusters.filter(({ state }) => state === 'failed');
  const reasons = new Set(failed.map(({ reason }) => reason ?? 'unreachable'));
  return t('shared.scan.failed', {
    clusters: joinWords(
      failed.map(({ cluster }) => cluster),
      t('shared.locale'),
    ),
    reason: [...reasons].map(reason => t(`shared.reason.${reason}`)).join('; '),
  });
}
