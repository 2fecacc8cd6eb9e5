import { Button } from '@backstage/ui';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { formatDay, isDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ExemptionPanel.module.css';
import { Decision } from './useDecision';

/** Props of {@link DecisionFooter}. */
export interface DecisionFooterProps {
  exemption: ExemptionDetails;
  decision: Decision;
  onAgain?: (findingKey: string) => void;
}

/** What the user may do with an exemption as it stands: no button that the server would refuse. */
export function DecisionFooter(props: DecisionFooterProps) {
  const { exemption, decision } = props;
  const { may, state } = exemption;
  if (decision.confirming) return <ConfirmEnd {...props} />;
  if (may.includes('approve')) return <Decide {...props} />;
  if (may.includes('shorten')) return <Change {...props} />;
  if (may.includes('revoke')) return <End {...props} />;
  return state === 'pending' || state === 'approved' ? null : (
    <Again {...props} />
  );
}

function Decide({ exemption, decision }: DecisionFooterProps) {
  const { t } = usePostureTranslation();
  const { earlier, day, step } = decision;
  const end = earlier && isDay(day) ? day : exemption.expiresAt;
  return (
    <>
      <Button
        variant="secondary"
        isDisabled={step.sending}
        onPress={() => decision.take('deny')}
      >
        {t('exemptions.panel.deny')}
      </Button>
      <Button
        variant="primary"
        isPending={step.sending}
        onPress={() => decision.take('approve')}
      >
        {t('exemptions.panel.approve', {
          day: formatDay(end, t('shared.locale')),
        })}
      </Button>
    </>
  );
}

function Change({ decision, ...props }: DecisionFooterProps) {
  const { t } = usePostureTranslation();
  const { earlier, day, step } = decision;
  return (
    <>
      <End decision={decision} {...props} />
      {earlier && (
        <Button
          variant="primary"
          isPending={step.sending}
          onPress={() => decision.take('shorten')}
        >
          {isDay(day)
            ? t('exemptions.panel.shorten', {
                day: formatDay(day, t('shared.locale')),
              })
            : t('exemptions.panel.shortenStart')}
        </Button>
      )}
    </>
  );
}

function End({ exemption, decision }: DecisionFooterProps) {
  const { t } = usePostureTranslation();
  return (
    <Button
      variant="secondary"
      isDisabled={decision.step.sending}
      onPress={() => decision.setConfirming(true)}
    >
      {t(
        exemption.state === 'pending'
          ? 'exemptions.panel.withdraw'
          : 'exemptions.panel.end',
      )}
    </Button>
  );
}

function ConfirmEnd({ exemption, decision }: DecisionFooterProps) {
  const { t } = usePostureTranslation();
  const pending = exemption.state === 'pending';
  return (
    <>
      <span className={styles.question} role="alert">
        {t(
          pending
            ? 'exemptions.panel.confirmWithdraw'
            : 'exemptions.panel.confirmEnd',
        )}
      </span>
      <Button
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone
        autoFocus
        variant="secondary"
        isDisabled={decision.step.sending}
        onPress={() => decision.setConfirming(false)}
      >
        {t('exemptions.panel.keep')}
      </Button>
      <Button
        variant="primary"
        isPending={decision.step.sending}
        onPress={() => decision.take('revoke')}
      >
        {t(pending ? 'exemptions.panel.withdraw' : 'exemptions.panel.end')}
      </Button>
    </>
  );
}

/** What is over can be asked for anew, where the finding is named. */
function Again({ exemption, onAgain }: DecisionFooterProps) {
  const { t } = usePostureTranslation();
  const { findingKey } = exemption;
  if (!onAgain || !findingKey) return null;
  return (
    <Button variant="secondary" onPress={() => onAgain(findingKey)}>
      {t('exemptions.action.again')}
    </Button>
  );
}
