import { Button } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChangeFindings, NO_FILTERS } from './findingsState';
import styles from './Findings.module.css';
import { LoadedFindings } from './useLoadedFindings';

/** Props of {@link FindingsNotes}. */
export interface FindingsNotesProps {
  posture: EntityPosture;
  loaded: LoadedFindings;
  /** How many findings the filters leave. */
  shown: number;
  onLoad: () => void;
  onChange: ChangeFindings;
}

/** Why the list is empty, whether it is complete, and what failed. */
export function FindingsNotes(props: FindingsNotesProps) {
  const { posture, loaded, shown, onLoad, onChange } = props;
  const { t } = usePostureTranslation();
  const { items, total, loading, failure } = loaded;
  if (posture.findings.total === 0) {
    return <p className={styles.note}>{t('tab.findings.none')}</p>;
  }
  return (
    <div role="status" data-printed>
      {loading && <p className={styles.note}>{t('tab.findings.loading')}</p>}
      {failure && (
        <p className={styles.note}>
          {t('tab.findings.loadFailed', {
            message: t(`shared.failure.${failure.kind}Title`),
          })}
          <Button size="small" variant="secondary" onPress={loaded.refresh}>
            {t('shared.failure.retry')}
          </Button>
        </p>
      )}
      {shown === 0 && !loading && (
        <p className={styles.note}>
          {t('tab.findings.noMatch')}
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange(NO_FILTERS)}
          >
            {t('tab.filters.clear')}
          </Button>
        </p>
      )}
      {items.length < total && !loading && (
        <p className={styles.note}>
          {t('tab.findings.shown', {
            shown: String(items.length),
            total: String(total),
          })}
          <Button size="small" variant="secondary" onPress={onLoad}>
            {t('tab.findings.loadMore')}
          </Button>
        </p>
      )}
    </div>
  );
}
