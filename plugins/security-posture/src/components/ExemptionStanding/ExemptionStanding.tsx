import { ReactNode } from 'react';
import { stageOf, StandingExemption } from '../../model/exemptionStage';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { useNow } from '../RelativeTime/useNow';
import styles from './ExemptionStanding.module.css';
import { StageMark } from './StageMark';
import {
  coverageWords,
  STAGE_DETAILS,
  STAGE_TITLES,
  StandingScores,
} from './standingWords';

/** Props of {@link ExemptionStanding}. */
export interface ExemptionStandingProps {
  exemption: StandingExemption;
  /** What it is about, where the place does not say so. */
  about?: ReactNode;
  /** Of the entity, where the place is about one. */
  scores?: StandingScores;
  /** What can be done with it. */
  actions?: ReactNode;
}

/** Where an exemption stands, in words, with what to do next: on its finding, in the tab and in the register alike. */
export function ExemptionStanding(props: ExemptionStandingProps) {
  const { exemption, about, scores, actions } = props;
  const { t } = usePostureTranslation();
  const now = useNow();
  const stage = stageOf(exemption, now);
  return (
    <div className={styles.standing}>
      <div className={styles.words}>
        <StageMark stage={stage}>
          <strong>{STAGE_TITLES[stage](exemption, t, now)}</strong>
        </StageMark>
        <div className={styles.beneath}>
          {about && <p className={styles.about}>{about}</p>}
          <p className={styles.detail}>
            {STAGE_DETAILS[stage](exemption, t, now)}{' '}
            {coverageWords(exemption, stage, scores, t)}
          </p>
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
