import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ExemptionRequest.module.css';
import { REQUEST_STEPS } from './requestDraft';

/** Which step is shown, counted from 1, and which ones are done. */
export function StepsBar({ step }: { step: number }) {
  const { t } = usePostureTranslation();
  return (
    <ol
      className={styles.steps}
      aria-label={t('exemptions.request.stepsLabel')}
    >
      {REQUEST_STEPS.map((name, index) => {
        const number = index + 1;
        const done = number < step;
        return (
          <li
            key={name}
            className={styles.step}
            aria-current={number === step ? 'step' : undefined}
            data-reached={number <= step}
          >
            <span className={styles.number} aria-hidden="true">
              {done ? <RiCheckLine size={14} /> : number}
            </span>
            <span>{t(`exemptions.request.steps.${name}`)}</span>
            {done && (
              <VisuallyHidden>
                {t('exemptions.request.stepDone')}
              </VisuallyHidden>
            )}
          </li>
        );
      })}
    </ol>
  );
}
