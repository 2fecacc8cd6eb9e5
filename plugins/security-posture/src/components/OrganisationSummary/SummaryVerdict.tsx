import { Text } from '@backstage/ui';
import type { SummaryResponse } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import styles from './OrganisationSummary.module.css';

type EntityCounts = SummaryResponse['entities'];

/** The first sentence of the page: how many services are ready, and what the others are. */
export function SummaryVerdict({ entities }: { entities: EntityCounts }) {
  const { t } = usePostureTranslation();
  const rest = restInWords(entities, t);
  return (
    <div className={styles.verdict}>
      <Text as="h2" variant="title-small" weight="bold">
        {entities.total === 0
          ? t('organisation.noServices')
          : t('organisation.verdict', {
              count: entities.total,
              ready: String(entities.ready),
            })}
      </Text>
      {rest && (
        <Text as="p" variant="body-large">
          {t('organisation.rest.sentence', { parts: rest })}
        </Text>
      )}
    </div>
  );
}

function restInWords(entities: EntityCounts, t: PostureTranslate): string {
  const parts = (['notReady', 'unknown', 'noPosture'] as const)
    .filter(part => entities[part] > 0)
    .map(part => t(`organisation.rest.${part}`, { count: entities[part] }));
  const locale = t('shared.locale');
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
