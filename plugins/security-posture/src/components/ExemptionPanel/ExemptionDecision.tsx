import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorName } from '../ActorName';
import { ExemptionStanding } from '../ExemptionStanding';
import { StepProblem } from '../StepProblem';
import { DecisionFields } from './DecisionFields';
import { ExemptionFacts } from './ExemptionFacts';
import { ExemptionHistory } from './ExemptionHistory';
import styles from './ExemptionPanel.module.css';
import { Decision } from './useDecision';
import { WhyNot } from './WhyNot';

/** Props of {@link ExemptionDecision}. */
export interface ExemptionDecisionProps {
  exemption: ExemptionDetails;
  approvers?: readonly string[];
  decision: Decision;
}

/** What there is to know of an exemption, and what goes along with a decision on it. */
export function ExemptionDecision(props: ExemptionDecisionProps) {
  const { exemption, approvers, decision } = props;
  const { t } = usePostureTranslation();
  const { step, done } = decision;
  return (
    <div className={styles.body}>
      {step.failure && <StepProblem failure={step.failure} />}
      <div>
        <div role="status">
          {done && (
            <p className={styles.done}>
              {t(`exemptions.panel.done.${done}`, {
                who: <ActorName actor={exemption.requestedBy} />,
              })}
            </p>
          )}
        </div>
        <ExemptionStanding exemption={exemption} />
      </div>
      <ExemptionFacts exemption={exemption} />
      <DecisionFields exemption={exemption} decision={decision} />
      <WhyNot exemption={exemption} approvers={approvers} />
      <ExemptionHistory events={exemption.events} />
    </div>
  );
}
