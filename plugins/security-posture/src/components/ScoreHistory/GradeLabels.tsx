import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { COUNTING_SEVERITIES, SCORE_BANDS } from '../../model/severities';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ScoreHistory.module.css';

/** Pixels between the line's end and the words of the bands. */
const GAP = 16;

/** Props of {@link GradeLabels}. */
export interface GradeLabelsProps {
  /** The end of the line; without a score there is no dot. */
  last: { time: number; score: number | null };
}

/** The bands of the grades at the side of the picture, and the dot with the score of now. */
export function GradeLabels({ last }: GradeLabelsProps) {
  const { t } = usePostureTranslation();
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  const end = Number(x(last.time));
  return (
    <g className={styles.labels}>
      {COUNTING_SEVERITIES.map(severity => {
        const { low, high, grade } = SCORE_BANDS[severity];
        return (
          <text
            key={grade}
            x={area.x + area.width + GAP}
            y={Number(y((low + high) / 2))}
            dy="0.36em"
          >
            <tspan className={styles.gradeLetter}>{grade}</tspan>
            <tspan dx="8">
              {t('trend.ninety.band', { low: String(low), high: String(high) })}
            </tspan>
          </text>
        );
      })}
      {last.score !== null && (
        <>
          <circle cx={end} cy={Number(y(last.score))} r="4" />
          <text
            className={styles.now}
            x={end - 8}
            y={Number(y(last.score)) - 9}
            textAnchor="end"
          >
            {t('trend.ninety.now', { score: String(last.score) })}
          </text>
        </>
      )}
    </g>
  );
}
