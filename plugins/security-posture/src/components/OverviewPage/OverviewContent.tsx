import { Card, CardBody } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { NotLookedAt } from './NotLookedAt';
import { OpenFindings } from './OpenFindings';
import { OverviewFixes } from './OverviewFixes';
import { OverviewSummary } from './OverviewSummary';
import { OverviewTeams } from './OverviewTeams';
import { WeeksOfFindings } from './WeeksOfFindings';
import styles from './OverviewPage.module.css';

/** Verdict, next action, its evidence, lists. Where no service has workloads: how to link one. */
export function OverviewContent({ overview }: { overview: OverviewResponse }) {
  return (
    <>
      <OverviewSummary overview={overview} />
      {overview.entities.total === 0 ? (
        <NoServices />
      ) : (
        <>
          <OverviewFixes overview={overview} />
          <div className={styles.pair}>
            <OpenFindings overview={overview} />
            <WeeksOfFindings overview={overview} />
          </div>
          <div className={styles.pair}>
            <OverviewTeams overview={overview} />
            <NotLookedAt overview={overview} />
          </div>
        </>
      )}
    </>
  );
}

function NoServices() {
  const { t } = usePostureTranslation();
  return (
    <Card>
      <CardBody>
        <EmptyState
          icon={RiLinksLine}
          title={t('organisation.empty.none.title')}
        >
          {t('organisation.empty.none.description')}
        </EmptyState>
      </CardBody>
    </Card>
  );
}
