import { Text } from '@backstage/ui';
import type { SummaryResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StateMark } from '../StateMark';
import styles from './OrganisationSummary.module.css';

/** What the numbers rest on: services with a posture, clusters that answer, workloads that somebody owns. */
export function LookedAt({ summary }: { summary: SummaryResponse }) {
  const { t } = usePostureTranslation();
  const { entities, workloads } = summary;
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
      <ClustersAnswering clusters={summary.clusters} />
      <Text as="p" variant="body-small">
        {workloads.swept === 0
          ? t('organisation.facts.noWorkloads')
          : t('organisation.facts.workloads', {
              count: workloads.swept,
              owned: String(workloads.owned),
            })}
      </Text>
    </section>
  );
}

function ClustersAnswering(props: { clusters: SummaryResponse['clusters'] }) {
  const { total, answering } = props.clusters;
  const { t } = usePostureTranslation();
  if (total === 0) {
    return <Text as="p">{t('organisation.facts.noClusters')}</Text>;
  }
  const words = t('organisation.facts.clusters', {
    count: total,
    answering: String(answering),
  });
  return answering < total ? (
    <StateMark state="stale">{words}</StateMark>
  ) : (
    <Text as="p" variant="body-small">
      {words}
    </Text>
  );
}
