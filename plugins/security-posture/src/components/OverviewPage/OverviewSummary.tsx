import { Card, CardBody } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { BlockingFindings } from './BlockingFindings';
import { LookedAt } from './LookedAt';
import { OverviewVerdict } from './OverviewVerdict';
import { ReadinessMeter } from './ReadinessMeter';
import { ReadyFact } from './ReadyFact';
import styles from './OverviewPage.module.css';

/** How the organisation stands, in a sentence and a few numbers. */
export function OverviewSummary({ overview }: { overview: OverviewResponse }) {
  const { entities } = overview;
  return (
    <Card>
      <CardBody>
        <div className={styles.summary}>
          <OverviewVerdict overview={overview} />
          <div className={styles.facts}>
            {entities.total > 0 && (
              <>
                <ReadyFact overview={overview} />
                <ReadinessMeter entities={entities} />
                <BlockingFindings overview={overview} />
              </>
            )}
            <LookedAt overview={overview} />
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
