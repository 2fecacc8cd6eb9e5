import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiQuestionFill,
} from '@remixicon/react';
import type { Readiness } from 'backstage-plugin-security-posture-common';
import styles from './ReadinessMark.module.css';

const ICONS: Record<Readiness | 'noPosture', RemixiconComponentType> = {
  ready: RiCheckboxCircleFill,
  notReady: RiCloseCircleFill,
  unknown: RiQuestionFill,
  noPosture: RiIndeterminateCircleLine,
};

/** Props of {@link ReadinessMark}. */
export interface ReadinessMarkProps {
  readiness: Readiness | 'noPosture';
  /** The words. They say all that the mark says. */
  children: ReactNode;
}

/** A readiness in a line of text: a round mark and words. */
export function ReadinessMark({ readiness, children }: ReadinessMarkProps) {
  const Icon = ICONS[readiness];
  return (
    <span className={styles.mark} data-readiness={readiness}>
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
