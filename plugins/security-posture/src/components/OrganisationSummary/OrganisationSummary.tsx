import { Card, CardBody, Text } from '@backstage/ui';
import type { SummaryResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FailureState } from '../FailureState';
import { BlockingFindings } from './BlockingFindings';
import { LookedAt } from './LookedAt';
import { ReadinessMeter } from './ReadinessMeter';
import { SummarySkeleton } from './SummarySkeleton';
import { SummaryVerdict } from './SummaryVerdict';
import styles from './OrganisationSummary.module.css';

/** Props of {@link OrganisationSummary}. */
export interface OrganisationSummaryProps {
  summary: Resource<SummaryResponse>;
}

/** How the organisation stands, in a sentence and a few numbers. */
export function OrganisationSummary({ summary }: OrganisationSummaryProps) {
  return (
    <Card>
      <CardBody>
        {summary.data && <SummaryContent summary={summary.data} />}
        {summary.loading && <SummarySkeleton />}
        {!summary.data && summary.failure && (
          <FailureState failure={summary.failure} onRetry={summary.refresh} />
        )}
      </CardBody>
    </Card>
  );
}

function SummaryContent({ summary }: { summary: SummaryResponse }) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.summary}>
      <SummaryVerdict entities={summary.entities} />
      {summary.partial && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('organisation.partial')}
        </Text>
      )}
      <div className={styles.facts}>
        {summary.entities.total > 0 && (
          <>
            <ReadinessMeter entities={summary.entities} />
            <BlockingFindings summary={summary} />
          </>
        )}
        <LookedAt summary={summary} />
      </div>
    </div>
  );
}
