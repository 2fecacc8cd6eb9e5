import { Link, Text } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import styles from './OverviewPage.module.css';

/** What the numbers rest on: services with a posture, workloads that were scanned, clusters that answer. */
export function LookedAt({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { entities, workloads, clusters } = overview;
  return (
    <section className={styles.fact}>
      <Text as="h3" variant="body-small" color="secondary">
        {t('organisation.facts.coverage')}
      </Text>
      {entities.total > 0 && (
        <Text as="p" weight="bold">
          {t('organisation.facts.judged', {
            count: entities.total,
            judged: String(entities.total - entities.noPosture),
          })}
        </Text>
      )}
      <Link href={boardLink('coverage')} className={styles.quiet}>
        {workloads.known === 0
          ? t('organisation.facts.noWorkloads')
          : t('overview.facts.workloads', {
              count: workloads.known,
              swept: String(workloads.swept),
            })}
      </Link>
      <ClustersAnswering clusters={clusters} />
      {clusters.lastSuccessAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('overview.facts.scanned', {
            time: <RelativeTime iso={clusters.lastSuccessAt} />,
          })}
        </Text>
      )}
    </section>
  );
}

function ClustersAnswering(props: { clusters: OverviewResponse['clusters'] }) {
  const { total, answering } = props.clusters;
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  if (total === 0) {
    return <Text as="p">{t('organisation.facts.noClusters')}</Text>;
  }
  const words = t('organisation.facts.clusters', {
    count: total,
    answering: String(answering),
  });
  return (
    <Link href={boardLink('clusters')} className={styles.quiet}>
      {answering < total ? <StateMark state="stale">{words}</StateMark> : words}
    </Link>
  );
}
