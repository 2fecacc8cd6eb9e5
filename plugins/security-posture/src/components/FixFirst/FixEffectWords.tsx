import type { FixFirstItem } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import styles from './FixFirst.module.css';

/** What a fix brings: "16 to 50", or where the number stays, "1 of 3 high less". */
export function FixEffectWords({ item }: { item: FixFirstItem }) {
  const { t } = usePostureTranslation();
  const { words, aside } = effectWords(item, t);
  return (
    <span className={styles.effect}>
      <strong>{words}</strong>
      {aside && <span className={styles.aside}>{aside}</span>}
    </span>
  );
}

function effectWords(
  { severity, effect }: FixFirstItem,
  t: PostureTranslate,
): { words: string; aside?: string } {
  const { scoreFrom, scoreTo, gradeFrom, gradeTo } = effect;
  if (scoreFrom === null || scoreTo === null || scoreFrom === scoreTo) {
    return {
      words: t(`tab.fixFirst.findingsFewer.${severity}`, {
        fewer: String(effect.severityFewer),
        open: String(effect.severityOpen),
      }),
    };
  }
  const words = t('tab.fixFirst.scoreEffect', {
    from: String(scoreFrom),
    to: String(scoreTo),
  });
  if (gradeFrom === null || gradeTo === null || gradeFrom === gradeTo) {
    return { words };
  }
  return {
    words,
    aside: t('tab.fixFirst.gradeEffect', { from: gradeFrom, to: gradeTo }),
  };
}
