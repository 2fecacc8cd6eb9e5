import { Text } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { scopeName } from '../ScopeName';
import styles from './OverviewPage.module.css';

/** The first sentence of the page: how many services are ready, and what the others are. */
export function OverviewVerdict({ overview }: { overview: OverviewResponse }) {
  const { entities, partial } = overview;
  const { t } = usePostureTranslation();
  const rest = restInWords(entities, t);
  return (
    <div className={styles.verdict}>
      <Text as="h2" variant="title-small" weight="bold">
        {verdictOf(overview, t)}
      </Text>
      {rest && (
        <Text as="p" variant="body-large">
          {t('organisation.rest.sentence', { parts: rest })}
        </Text>
      )}
      {partial && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('organisation.partial')}
        </Text>
      )}
    </div>
  );
}

function verdictOf(
  { entities, owner }: OverviewResponse,
  t: PostureTranslate,
): string {
  const { total: count, ready } = entities;
  if (count === 0) return t('organisation.noServices');
  return owner
    ? t('overview.verdictOfTeam', {
        count,
        ready: String(ready),
        team: scopeName(owner),
      })
    : t('organisation.verdict', { count, ready: String(ready) });
}

function restInWords(
  entities: OverviewResponse['entities'],
  t: PostureTranslate,
): string {
  const parts = (['notReady', 'unknown', 'noPosture'] as const)
    .filter(part => entities[part] > 0)
    .map(part => t(`organisation.rest.${part}`, { count: entities[part] }));
  const locale = t('shared.locale');
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
