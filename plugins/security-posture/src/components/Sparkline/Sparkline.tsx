import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './Sparkline.module.css';
import { sparkPath } from './sparkPath';

const BOX = { width: 96, height: 32, inset: 4 };

/** Props of {@link Sparkline}. */
export interface SparklineProps {
  /** A score of 0 to 100 for each day, the last one today's; null where none was known. Undefined while it is not there yet. */
  scores: readonly (number | null)[] | undefined;
  /** True where the last score rests on data that is too old. */
  faded?: boolean;
  /** What is read out, where the line is of something else than scores. */
  label?: string;
}

/** The scores of some days as a small line. Its place is kept free until they are there. */
export function Sparkline(props: SparklineProps) {
  const { scores, faded = false, label } = props;
  const { t } = usePostureTranslation();
  const { width, height } = BOX;
  if (!scores)
    return <span className={styles.place} style={{ width, height }} />;
  const { line, end } = sparkPath(scores, BOX);
  const known = scores.filter(score => score !== null);
  if (!end) return <span className={styles.place} style={{ width, height }} />;
  return (
    <svg
      className={styles.line}
      data-faded={faded}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={
        label ??
        t('trend.spark', {
          days: String(scores.length),
          from: String(known[0]),
          to: String(known[known.length - 1]),
          least: String(Math.min(...known)),
          most: String(Math.max(...known)),
        })
      }
    >
      <path d={line} />
      <circle cx={end.x} cy={end.y} r="2.5" />
    </svg>
  );
}
