import {
  RemixiconComponentType,
  RiGlobalLine,
  RiHome4Line,
  RiQuestionLine,
  RiShieldLine,
} from '@remixicon/react';
import type { Reach } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityExposure.module.css';

const ICONS: Record<Reach, RemixiconComponentType> = {
  outside: RiGlobalLine,
  restricted: RiShieldLine,
  inside: RiHome4Line,
  unknown: RiQuestionLine,
};

/** How far a workload is reached: a mark and words. */
export function ReachMark({ reach }: { reach: Reach }) {
  const { t } = usePostureTranslation();
  const Icon = ICONS[reach];
  return (
    <span className={styles.mark}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      {t(`entity.exposure.reach.${reach}`)}
    </span>
  );
}
