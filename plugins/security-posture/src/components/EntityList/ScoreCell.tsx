import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { Score } from '../Score';
import styles from './EntityCells.module.css';

/** The score with its grade; faded where a part of it is the last seen of a cluster. */
export function ScoreCell({
  row: { score, staleClusters },
}: {
  row: EntityRow;
}) {
  return (
    <span className={styles.count}>
      <Score
        score={score}
        faded={staleClusters.some(({ lastSuccessAt }) => lastSuccessAt)}
      />
    </span>
  );
}
