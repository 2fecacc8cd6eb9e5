import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import styles from './EntityTable.module.css';

/** When the clusters of the entity were last scanned, and which of them do not answer. */
export function FreshnessCell({ row }: { row: EntityRow }) {
  const { t } = usePostureTranslation();
  const { lastSuccessAt, staleClusters } = row;
  const locale = t('shared.locale');
  return (
    <span className={styles.lines}>
      {lastSuccessAt ? (
        <RelativeTime iso={lastSuccessAt} />
      ) : (
        <span className={styles.second}>{t('organisation.table.never')}</span>
      )}
      {staleClusters.length > 0 && (
        <StateMark state="stale">
          {t('organisation.table.staleClusters', {
            count: staleClusters.length,
            clusters: new Intl.ListFormat(locale).format(staleClusters),
          })}
        </StateMark>
      )}
    </span>
  );
}
