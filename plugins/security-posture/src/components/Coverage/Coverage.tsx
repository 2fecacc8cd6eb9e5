import { Text } from '@backstage/ui';
import { RiQuestionFill } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatPercent } from './formatPercent';
import styles from './Coverage.module.css';

/** Props of {@link Coverage}. */
export interface CoverageProps {
  /** 0 to 1; null where there was nothing to judge. */
  value: number | null;
  /** What the gate asks for, where the value is below it. */
  required?: number;
}

/** How much of what should be judged was judged. */
export function Coverage({ value, required }: CoverageProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  if (value === null) {
    return <Text color="secondary">{t('shared.coverage.none')}</Text>;
  }
  return (
    <span className={styles.coverage}>
      {required !== undefined && (
        <RiQuestionFill className={styles.below} size={16} aria-hidden="true" />
      )}
      <strong className={styles.value}>{formatPercent(value, locale)}</strong>
      <span className={styles.words}>
        {required === undefined
          ? t('shared.coverage.explained')
          : t('shared.coverage.below', {
              required: formatPercent(required, locale),
            })}
      </span>
    </span>
  );
}
