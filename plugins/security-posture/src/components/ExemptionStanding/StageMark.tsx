import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCloseCircleFill,
  RiHistoryLine,
  RiIndeterminateCircleLine,
  RiInformationLine,
  RiPauseCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import { ExemptionStage } from '../../model/exemptionStage';
import styles from './ExemptionStanding.module.css';

const ICONS: Record<ExemptionStage, RemixiconComponentType> = {
  requested: RiTimeLine,
  reopened: RiHistoryLine,
  inForce: RiPauseCircleLine,
  ending: RiTimeLine,
  nothing: RiInformationLine,
  denied: RiCloseCircleFill,
  expired: RiIndeterminateCircleLine,
  ended: RiIndeterminateCircleLine,
};

/** Props of {@link StageMark}. */
export interface StageMarkProps {
  stage: ExemptionStage;
  /** The words beside the mark. */
  children: ReactNode;
}

/** Where an exemption stands: a round mark and words, in one line. */
export function StageMark({ stage, children }: StageMarkProps) {
  const Icon = ICONS[stage];
  return (
    <span className={styles.mark} data-stage={stage}>
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
