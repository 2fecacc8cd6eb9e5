import { Card } from '@backstage/ui';
import type { ClusterView } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { PageVerdict, PageVerdictLook } from '../PageVerdict';
import styles from './ClustersPage.module.css';

/** Props of {@link ClustersVerdict}. */
export interface ClustersVerdictProps {
  clusters: readonly ClusterView[];
}

/** Whether all clusters answer, and what is open in them. */
export function ClustersVerdict({ clusters }: ClustersVerdictProps) {
  const { t } = usePostureTranslation();
  return (
    <Card className={styles.verdict}>
      <PageVerdict look={lookOf(clusters)} title={titleOf(clusters, t)}>
        {clusters.length === 0
          ? t('clusters.verdict.noneDetail')
          : detailOf(clusters, t)}
      </PageVerdict>
    </Card>
  );
}

function lookOf(clusters: readonly ClusterView[]): PageVerdictLook {
  if (clusters.length === 0) return 'unknown';
  if (blockingOf(clusters) > 0) return 'bad';
  return clusters.every(answers) ? 'good' : 'stale';
}

function titleOf(
  clusters: readonly ClusterView[],
  t: PostureTranslate,
): string {
  const total = clusters.length;
  const answering = clusters.filter(answers).length;
  if (total === 0) return t('clusters.verdict.none');
  return answering === total
    ? t('clusters.verdict.all', { count: total })
    : t('clusters.verdict.some', {
        answering: String(answering),
        total: String(total),
      });
}

function detailOf(
  clusters: readonly ClusterView[],
  t: PostureTranslate,
): string {
  const blocking = blockingOf(clusters);
  const unsupported = clusters.filter(
    ({ kubernetes }) => kubernetes?.support?.state === 'ended',
  ).length;
  return [
    blocking
      ? t('clusters.verdict.blocking', { count: blocking })
      : t('clusters.verdict.clean'),
    ...(unsupported
      ? [t('clusters.verdict.unsupported', { count: unsupported })]
      : []),
  ].join(' ');
}

function answers({ state }: ClusterView): boolean {
  return state === 'scanned';
}

function blockingOf(clusters: readonly ClusterView[]): number {
  return clusters.reduce(
    (sum, { posture }) =>
      sum + (posture ? posture.open.critical + posture.open.high : 0),
    0,
  );
}
