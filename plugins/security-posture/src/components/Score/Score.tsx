import type { ScoreView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Grade } from './Grade';
import styles from './Score.module.css';

/** Props of {@link Score}. */
export interface ScoreProps {
  score: ScoreView;
  /** Large with its scale on pages, small in tables. */
  size?: 'large' | 'small';
  /** True where the score rests on data that is too old or too little: thin and grey. */
  faded?: boolean;
}

/** A score with its scale and grade. Where nothing was measured it says so, never 0. */
export function Score({ score, size = 'small', faded = false }: ScoreProps) {
  const { t } = usePostureTranslation();
  if (score.value === null || score.grade === null) {
    return (
      <span className={styles.none}>
        {t('shared.score.none')}
        {size === 'large' && <WhyNone coverage={score.coverage} />}
      </span>
    );
  }
  return (
    <span className={styles.score} data-size={size} data-faded={faded}>
      <span className={styles.value}>{score.value}</span>
      {size === 'large' && (
        <span className={styles.scale}>{t('shared.score.outOf')}</span>
      )}
      <Grade grade={score.grade} size={size} />
    </span>
  );
}

/** Too little was judged; where nothing applies there is no coverage, and nothing is missing. */
function WhyNone({ coverage }: Pick<ScoreView, 'coverage'>) {
  const { t } = usePostureTranslation();
  if (coverage === null) return null;
  return (
    <span className={styles.why}>
      {t(coverage === 0 ? 'shared.score.nothing' : 'shared.score.tooLittle')}
    </span>
  );
}
