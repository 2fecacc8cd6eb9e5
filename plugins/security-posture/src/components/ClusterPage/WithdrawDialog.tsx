import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useAttestationStep } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { failureWords } from '../AttestPanel';
import styles from './ClusterPage.module.css';

/** Props of {@link WithdrawDialog}. */
export interface WithdrawDialogProps {
  cluster: string;
  /** Id of the attestation. */
  id: string;
  onClose: () => void;
}

/** Asks once more before a statement is withdrawn, and says what that does. */
export function WithdrawDialog({ cluster, id, onClose }: WithdrawDialogProps) {
  const { t } = usePostureTranslation();
  const step = useAttestationStep(cluster);
  const withdraw = async () => {
    if (await step.take(api => api.withdrawAttestation(id))) onClose();
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <DialogHeader>{t('attestations.withdrawal.title')}</DialogHeader>
      <DialogBody>
        <p className={styles.text}>{t('attestations.withdrawal.explained')}</p>
        {step.failure && (
          <Alert
            status="danger"
            icon
            role="alert"
            title={t('attestations.withdrawal.failed', {
              message: failureWords(step.failure, t),
            })}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="tertiary" onPress={onClose}>
          {t('attestations.withdrawal.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={step.sending}
          onPress={() => void withdraw()}
        >
          {t('attestations.withdrawal.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
