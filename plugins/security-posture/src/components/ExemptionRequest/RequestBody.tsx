import type { ExemptionOptions } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StepProblem } from '../StepProblem';
import styles from './ExemptionRequest.module.css';
import type { ExemptionRequestPanelProps } from './ExemptionRequestPanel';
import { ExpiryStep } from './ExpiryStep';
import { ReasonStep } from './ReasonStep';
import { previewOf, REQUEST_STEPS } from './requestDraft';
import { RequestSent } from './RequestSent';
import { ScopeStep } from './ScopeStep';
import { StepsBar } from './StepsBar';
import { RequestForm } from './useRequestForm';

/** Props of {@link RequestBody}. */
export interface RequestBodyProps
  extends Pick<
    ExemptionRequestPanelProps,
    'entityName' | 'workloads' | 'onClose' | 'onShow'
  > {
  options: ExemptionOptions;
  form: RequestForm;
  /** Asks anew what can be asked for. */
  onLook: () => void;
}

/** The step that is shown, what came in its way, or that the request is sent. */
export function RequestBody(props: RequestBodyProps) {
  const { options, form, onLook, onClose, onShow } = props;
  const { t } = usePostureTranslation();
  const { step, taking, body } = form;
  if (form.sent) {
    return (
      <div ref={body} tabIndex={-1} className={styles.body}>
        <RequestSent
          approvers={options.approvers}
          onClose={onClose}
          onShow={onShow}
        />
      </div>
    );
  }
  return (
    <>
      <StepsBar step={step} />
      <div
        ref={body}
        tabIndex={-1}
        role="group"
        aria-label={t('exemptions.request.stepNamed', {
          step: String(step),
          total: String(REQUEST_STEPS.length),
          name: t(`exemptions.request.steps.${REQUEST_STEPS[step - 1]}`),
        })}
        className={styles.body}
      >
        {taking.failure && (
          <StepProblem
            failure={taking.failure}
            onLook={() => {
              taking.forget();
              onLook();
            }}
          />
        )}
        <Step {...props} />
      </div>
    </>
  );
}

function Step({ options, form, entityName, workloads }: RequestBodyProps) {
  const { draft, problems, onChange, step } = form;
  const stepProps = { options, draft, problems, onChange };
  if (step === 1) {
    return (
      <ScopeStep {...stepProps} entityName={entityName} workloads={workloads} />
    );
  }
  if (step === 2) return <ReasonStep {...stepProps} />;
  const { maxDays = 0 } = previewOf(options, draft.scope) ?? {};
  return <ExpiryStep {...stepProps} maxDays={maxDays} />;
}
