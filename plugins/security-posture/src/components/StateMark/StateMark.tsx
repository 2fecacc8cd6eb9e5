import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiTimeFill,
} from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './StateMark.module.css';

/** The states in which a control, a finding or a cluster is shown. */
export type ControlState =
  | 'failing'
  | 'passing'
  | 'exempted'
  | 'notApplicable'
  | 'notEvaluated'
  | 'stale';

const ICONS: Record<ControlState, RemixiconComponentType> = {
  failing: RiCloseCircleFill,
  passing: RiCheckboxCircleLine,
  exempted: RiPauseCircleLine,
  notApplicable: RiIndeterminateCircleLine,
  notEvaluated: RiQuestionLine,
  stale: RiTimeFill,
};

/** Props of {@link StateMark}. */
export interface StateMarkProps {
  state: ControlState;
  /** Words instead of the name of the state. */
  children?: ReactNode;
}

/** A state: a round mark and words. */
export function StateMark({ state, children }: StateMarkProps) {
  const { t } = usePostureTranslation();
  const Icon = ICONS[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <span>{children ?? t(`shared.state.${state}`)}</span>
    </span>
  );
}
