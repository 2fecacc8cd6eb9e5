import { FormEvent, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './FindingsPage.module.css';

/** The longest name of a view. */
const LONGEST = 60;

/** Props of {@link ViewNameDialog}. */
export interface ViewNameDialogProps {
  /** The name as it is; empty for a new view. */
  name: string;
  onKeep: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a view. */
export function ViewNameDialog({ name, onKeep, onClose }: ViewNameDialogProps) {
  const { t } = usePostureTranslation();
  const [text, setText] = useState(name);
  const chosen = text.trim();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onKeep(chosen);
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <form onSubmit={keep}>
        <DialogHeader>
          {t(name ? 'findings.views.renameTitle' : 'findings.views.saveTitle')}
        </DialogHeader>
        <DialogBody>
          <p className={styles.dialogText}>{t('findings.views.explained')}</p>
          <TextField
            // A dialog gives the focus to its only field.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            size="small"
            label={t('findings.views.name')}
            value={text}
            maxLength={LONGEST}
            onChange={setText}
          />
        </DialogBody>
        <DialogFooter>
          <Button variant="tertiary" onPress={onClose}>
            {t('findings.views.cancel')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={!chosen}>
            {t('findings.views.keep')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
