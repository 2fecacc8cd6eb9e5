import { Text } from '@backstage/ui';
import type { SummaryResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityCount } from '../SeverityCount';
import styles from './OrganisationSummary.module.css';

/** The open findings that keep services from being ready. */
export function BlockingFindings({ summary }: { summary: SummaryResponse }) {
  const { t } = usePostureTranslation();
  const { entities, blocking } = summary;
  const judged = entities.total - entities.noPosture;
  return (
    <section className={styles.fact}>
      <Text as="h3" variant="body-small" color="secondary">
        {t('organisation.facts.blocking')}
      </Text>
      {judged === 0 ? (
        <Text as="p">{t('organisation.facts.nothingJudged')}</Text>
      ) : (
        <>
          <SeverityCount severity="critical" count={blocking.critical} />
          <SeverityCount severity="high" count={blocking.high} />
        </>
      )}
    </section>
  );
}
