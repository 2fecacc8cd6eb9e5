import { Link, Text } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { SeverityCount } from '../SeverityCount';
import styles from './OverviewPage.module.css';

/** The open findings that keep services from being ready, and for how long the oldest critical one has been open. */
export function BlockingFindings({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { entities, blocking, oldestCriticalSince, owner } = overview;
  const judged = entities.total - entities.noPosture;
  return (
    <section className={styles.fact}>
      <Text as="h3" variant="body-small" color="secondary">
        {t('organisation.facts.blocking')}
      </Text>
      {judged === 0 ? (
        <Text as="p">{t('organisation.facts.nothingJudged')}</Text>
      ) : (
        (['critical', 'high'] as const).map(severity => (
          <Link
            key={severity}
            className={styles.quiet}
            href={boardLink('findings', {
              query: { severity, ...(owner ? { owner } : {}) },
            })}
          >
            <SeverityCount severity={severity} count={blocking[severity]} />
          </Link>
        ))
      )}
      {oldestCriticalSince && (
        <Text as="p" variant="body-small" color="secondary">
          {t('overview.oldestCritical', {
            time: <RelativeTime iso={oldestCriticalSince} />,
          })}
        </Text>
      )}
    </section>
  );
}
