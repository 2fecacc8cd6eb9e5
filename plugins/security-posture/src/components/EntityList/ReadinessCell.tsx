import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ReadinessMark } from '../ReadinessMark';
import styles from './EntityCells.module.css';

/** Whether the entity is ready and, where it was not judged, why. */
export function ReadinessCell({ row }: { row: EntityRow }) {
  const { t } = usePostureTranslation();
  return (
    <span className={styles.lines}>
      <ReadinessMark readiness={row.readiness}>
        {t(`organisation.readiness.${row.readiness}`)}
      </ReadinessMark>
      {row.state !== 'judged' && (
        <span className={styles.second}>
          {t(`organisation.state.${row.state}`)}
        </span>
      )}
    </span>
  );
}
