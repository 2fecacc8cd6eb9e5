import { ReactNode, useEffect, useId } from 'react';
import { ButtonIcon } from '@backstage/ui';
import Drawer from '@material-ui/core/Drawer';
import { RiCloseLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { PostureRoot } from '../PostureRoot';
import styles from './SidePanel.module.css';

/** Props of {@link SidePanel}. */
export interface SidePanelProps {
  title: string;
  /** Beneath the title: what it is about. */
  mark?: ReactNode;
  /** Called by Escape, by a press beside the panel and by its button. */
  onClose: () => void;
  /** Stays in sight: steps and decisions. */
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * A dialog at the side of the page. Whoever draws it keeps in the address that it is open.
 * The focus goes into it, stays inside, and returns to where it came from.
 */
export function SidePanel(props: SidePanelProps) {
  const { title, mark, onClose, footer, children } = props;
  const { t } = usePostureTranslation();
  const id = useId();
  useEscapeFromNowhere(onClose);
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': id,
        className: styles.paper,
      }}
    >
      <PostureRoot>
        <div className={styles.panel}>
          <header className={styles.header}>
            <div className={styles.words}>
              <h2 id={id} className={styles.title}>
                {title}
              </h2>
              {mark}
            </div>
            <ButtonIcon
              variant="secondary"
              size="small"
              icon={<RiCloseLine />}
              aria-label={t('shared.panel.close')}
              onPress={onClose}
            />
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </div>
      </PostureRoot>
    </Drawer>
  );
}

/** The dialog hears keys while the focus is in it: for a moment it is nowhere, when the button goes that was pressed last. */
function useEscapeFromNowhere(onEscape: () => void): void {
  useEffect(() => {
    const hear = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target === document.body) onEscape();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [onEscape]);
}
