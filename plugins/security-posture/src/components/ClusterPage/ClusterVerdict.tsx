import { ReactNode } from 'react';
import { Card } from '@backstage/ui';
import type {
  ClusterOverview,
  ClusterView,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import { COUNTING_SEVERITIES } from '../../model/severities';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { PageVerdict, PageVerdictLook } from '../PageVerdict';
import { RelativeTime } from '../RelativeTime';
import { ClusterFacts } from './ClusterFacts';
import styles from './ClusterPage.module.css';

/** What is so about the cluster itself, and the facts that it rests on. */
export function ClusterVerdict({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const { cluster } = overview;
  const { look, title, detail } = verdictOf(cluster, t);
  return (
    <Card className={styles.section}>
      <PageVerdict look={look} title={title}>
        {detail}
      </PageVerdict>
      {cluster.posture && <ClusterFacts overview={overview} />}
    </Card>
  );
}

interface VerdictOfCluster {
  look: PageVerdictLook;
  title: ReactNode;
  detail: ReactNode;
}

function verdictOf(
  cluster: ClusterView,
  t: PostureTranslate,
): VerdictOfCluster {
  return cluster.state === 'scanned'
    ? { ...ownVerdict(cluster, t), detail: answerWords(cluster, t) }
    : silentVerdict(cluster, t);
}

function ownVerdict(
  { posture }: ClusterView,
  t: PostureTranslate,
): Pick<VerdictOfCluster, 'look' | 'title'> {
  if (!posture)
    return { look: 'unknown', title: t('clusters.own.neverScanned') };
  const open = COUNTING_SEVERITIES.filter(
    severity => posture.open[severity] > 0,
  );
  if (open.length === 0)
    return posture.controls.notEvaluated
      ? { look: 'unknown', title: t('clusters.own.cleanPartly') }
      : { look: 'good', title: t('clusters.own.clean') };
  const grave = posture.open.critical + posture.open.high > 0;
  const named = grave
    ? open.filter(severity => severity === 'critical' || severity === 'high')
    : open.slice(0, 1);
  const findings = named.map(severity =>
    t(`clusters.own.severity.${severity}`, {
      count: posture.open[severity],
    }),
  );
  return {
    look: grave ? 'bad' : 'unknown',
    title: t('clusters.own.open', {
      findings: joinWords(findings, t('shared.locale')),
    }),
  };
}

function answerWords({ lastSweep }: ClusterView, t: PostureTranslate): string {
  const unread = lastSweep?.lists.filter(({ reason }) => reason).length ?? 0;
  return unread
    ? t('clusters.own.unread', { count: unread })
    : t('clusters.own.answers');
}

function silentVerdict(
  cluster: ClusterView,
  t: PostureTranslate,
): VerdictOfCluster {
  const { state, posture, failingSince, reason } = cluster;
  const kept = posture ? t('clusters.own.kept') : '';
  switch (state) {
    case 'needsUserCredentials':
      return {
        look: 'unknown',
        title: t('clusters.own.needsUserCredentials'),
        detail: t('clusters.own.needsUserCredentialsDetail'),
      };
    case 'neverScanned':
      return {
        look: 'unknown',
        title: t('clusters.own.neverScanned'),
        detail: t('clusters.own.neverScannedDetail'),
      };
    case 'gone':
      return {
        look: 'stale',
        title: t('clusters.own.gone'),
        detail: t('clusters.own.goneDetail'),
      };
    default:
      return {
        look: 'stale',
        title: failingSince
          ? t('clusters.own.unreachableSince', {
              time: <RelativeTime iso={failingSince} />,
            })
          : t('clusters.own.unreachable'),
        detail: [reason ? `${upper(t(`shared.reason.${reason}`))}.` : '', kept]
          .filter(Boolean)
          .join(' '),
      };
  }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
