import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { useEntityTrend } from '../../api/useEntityTrend';
import { Score } from '../Score';
import { comparedScore, ScoreChange } from '../ScoreChange';
import { Sparkline } from '../Sparkline';
import { isStale, requiredCoverage } from '../Verdict';
import styles from './EntityPostureCard.module.css';
import { ScoreNote } from './ScoreNote';

/** Days of the small line, today among them. */
const SPARK_DAYS = 30;

/** The score with its change, what weakens it, and the line of its last days. */
export function ScoreLine({ posture }: { posture: EntityPosture }) {
  const stale = isStale(posture);
  const recent = comparedScore(posture);
  const { data } = useEntityTrend(posture.entityRef, {
    days: SPARK_DAYS,
    marks: false,
    wanted: true,
  });
  return (
    <div className={styles.score}>
      <div>
        <Score
          score={posture.score}
          size="large"
          faded={stale || requiredCoverage(posture) !== undefined}
        />
        {recent && (
          <p className={styles.note}>
            <ScoreChange recent={recent} />
          </p>
        )}
        <ScoreNote posture={posture} />
      </div>
      <Sparkline
        scores={data?.points.map(({ effective }) => effective)}
        faded={stale}
      />
    </div>
  );
}
