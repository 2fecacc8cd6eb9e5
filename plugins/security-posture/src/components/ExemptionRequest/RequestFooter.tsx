import { Button } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ExemptionRequest.module.css';
import { REQUEST_STEPS } from './requestDraft';

/** Props of {@link RequestFooter}. */
export interface RequestFooterProps {
  /** Counted from 1. */
  step: number;
  sending: boolean;
  onCancel: () => void;
  onStep: (step: number) => void;
  onSend: () => void;
}

/** Which step it is, and the way to the one before and the next. */
export function RequestFooter(props: RequestFooterProps) {
  const { step, sending, onCancel, onStep, onSend } = props;
  const { t } = usePostureTranslation();
  const next = step === 1 ? 'nextReason' : 'nextExpiry';
  return (
    <>
      <span className={styles.position}>
        {t('exemptions.request.stepOf', {
          step: String(step),
          total: String(REQUEST_STEPS.length),
        })}
      </span>
      {step === 1 ? (
        <Button variant="tertiary" onPress={onCancel}>
          {t('exemptions.request.cancel')}
        </Button>
      ) : (
        <Button
          variant="tertiary"
          isDisabled={sending}
          onPress={() => onStep(step - 1)}
        >
          {t('exemptions.request.back')}
        </Button>
      )}
      {step < REQUEST_STEPS.length ? (
        <Button
          key={next}
          variant="primary"
          iconEnd={<RiArrowRightSLine />}
          onPress={() => onStep(step + 1)}
        >
          {t(`exemptions.request.${next}`)}
        </Button>
      ) : (
        <Button
          key="send"
          variant="primary"
          isPending={sending}
          onPress={onSend}
        >
          {t('exemptions.request.send')}
        </Button>
      )}
    </>
  );
}
