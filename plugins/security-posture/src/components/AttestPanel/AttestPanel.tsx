import { FormEvent, useId, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { RiUserVoiceLine } from '@remixicon/react';
import type { AttestableControl } from 'backstage-plugin-security-posture-common';
import { useAttestationStep } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { SidePanel } from '../SidePanel';
import { AttestFields } from './AttestFields';
import { emptyForm, problemsOf, requestOf } from './attestForm';
import { failureWords } from './failureWords';
import styles from './AttestPanel.module.css';

/** Props of {@link AttestPanel}. */
export interface AttestPanelProps {
  cluster: string;
  /** The controls that a person can answer. */
  attestable: readonly AttestableControl[];
  /** Id of the chosen control, as the address has it; `new` where none is chosen. */
  control: string;
  onChoose: (control: string) => void;
  onClose: () => void;
}

/** A form in which a person states what no API of a cluster shows. What was typed stays where sending fails. */
export function AttestPanel(props: AttestPanelProps) {
  const { cluster, attestable, control, onChoose, onClose } = props;
  const { t } = usePostureTranslation();
  const formId = useId();
  const [form, setForm] = useState(() => emptyForm(Date.now()));
  const [tried, setTried] = useState(false);
  const step = useAttestationStep(cluster);
  const chosen = attestable.find(each => each.control === control);
  const problems = problemsOf(form, Date.now());
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!chosen || problems.length > 0) return;
    const request = requestOf(
      form,
      { cluster, control: chosen.control },
      Date.now(),
    );
    if (await step.take(api => api.attest(request))) onClose();
  };
  return (
    <SidePanel
      title={t('attestations.panel.title')}
      mark={t('attestations.panel.of', { cluster })}
      onClose={onClose}
      footer={
        attestable.length > 0 && (
          <>
            <Button variant="secondary" onPress={onClose}>
              {t('attestations.panel.cancel')}
            </Button>
            <Button
              variant="primary"
              type="submit"
              form={formId}
              isPending={step.sending}
            >
              {t('attestations.panel.send')}
            </Button>
          </>
        )
      }
    >
      {attestable.length === 0 ? (
        <EmptyState
          icon={RiUserVoiceLine}
          title={t('attestations.panel.nothing')}
        >
          {t('attestations.panel.nothingDetail')}
        </EmptyState>
      ) : (
        <form
          id={formId}
          className={styles.form}
          onSubmit={event => void send(event)}
          noValidate
        >
          {step.failure && (
            <Alert
              status="danger"
              icon
              role="alert"
              title={t('attestations.panel.failed', {
                message: failureWords(step.failure, t),
              })}
              description={t('attestations.panel.kept')}
            />
          )}
          <p className={styles.explained}>
            {t('attestations.panel.explained')}
          </p>
          <AttestFields
            attestable={attestable}
            asked={control}
            chosen={chosen}
            form={form}
            problems={tried ? problems : []}
            unchosen={tried && !chosen}
            onChoose={onChoose}
            onChange={change => setForm({ ...form, ...change })}
          />
        </form>
      )}
    </SidePanel>
  );
}
