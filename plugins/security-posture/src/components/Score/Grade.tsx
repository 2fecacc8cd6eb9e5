import { VisuallyHidden } from '@backstage/ui';
import type { Grade as GradeLetter } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './Score.module.css';

/** Props of {@link Grade}. */
export interface GradeProps {
  grade: GradeLetter;
  size?: 'large' | 'small';
}

/** The letter of a score, in a frame; read out as "grade F". */
export function Grade({ grade, size = 'small' }: GradeProps) {
  const { t } = usePostureTranslation();
  return (
    <span className={styles.grade} data-size={size}>
      <span aria-hidden="true">{grade}</span>
      <VisuallyHidden>{t('shared.score.grade', { grade })}</VisuallyHidden>
    </span>
  );
}
