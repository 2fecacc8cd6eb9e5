import { Text } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Delta, directionWords } from '../Delta';
import { Sparkline } from '../Sparkline';
import { readyShare, readyTrend } from './readyTrend';
import styles from './OverviewPage.module.css';

/** The share of services that are ready, how it moved, and by how many services it changed. */
export function ReadyFact({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const { entities, trend } = overview;
  const { shares, change } = readyTrend(trend);
  const known = shares.filter(share => share !== null);
  return (
    <section className={styles.fact}>
      <Text as="h3" variant="body-small" color="secondary">
        {t('overview.ready.title')}
      </Text>
      <div className={styles.share}>
        <span className={styles.number}>
          {t('overview.ready.share', {
            share: String(readyShare(entities.ready, entities.total)),
          })}
        </span>
        {known.length > 1 && (
          <Sparkline
            scores={shares}
            label={t('overview.ready.line', {
              days: String(shares.length - 1),
              from: String(known[0]),
              to: String(known[known.length - 1]),
            })}
          />
        )}
      </div>
      {change !== undefined && (
        <Text as="p" variant="body-small">
          <Delta by={change} better="up" spoken={directionWords(change, t)}>
            {change === 0
              ? t('overview.ready.same')
              : t('overview.ready.change', { count: Math.abs(change) })}
          </Delta>
        </Text>
      )}
    </section>
  );
}
