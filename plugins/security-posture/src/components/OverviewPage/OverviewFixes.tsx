import { RiCheckboxCircleLine, RiSearchEyeLine } from '@remixicon/react';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import { FirstFix } from './FirstFix';
import { NextFix } from './NextFix';
import styles from './OverviewFixes.module.css';

/** The fixes that make most services ready, in the order in which to make them. */
export function OverviewFixes({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const { fixes, entities, owner } = overview;
  const [first, ...others] = fixes;
  return (
    <TabSection
      title={t('overview.fixFirst.title')}
      actions={
        first && (
          <span className={styles.aside}>{t('overview.fixFirst.by')}</span>
        )
      }
    >
      {first ? (
        <>
          <FirstFix fix={first} total={entities.total} owner={owner} />
          {others.map(fix => (
            <NextFix key={fix.control} fix={fix} />
          ))}
        </>
      ) : (
        <NothingToFix judged={entities.total > entities.noPosture} />
      )}
    </TabSection>
  );
}

function NothingToFix({ judged }: { judged: boolean }) {
  const { t } = usePostureTranslation();
  const words = judged ? 'nothingBlocks' : 'nothingJudged';
  return (
    <EmptyState
      icon={judged ? RiCheckboxCircleLine : RiSearchEyeLine}
      title={t(`overview.fixFirst.${words}.title`)}
    >
      {t(`overview.fixFirst.${words}.description`)}
    </EmptyState>
  );
}
