import { ReactNode, useId } from 'react';
import { Card } from '@backstage/ui';
import styles from './TabSection.module.css';

/** Props of {@link TabSection}. */
export interface TabSectionProps {
  title: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** True where the content reaches the edges, as tables do. */
  flush?: boolean;
  children: ReactNode;
}

/** A card of the tab with its heading. */
export function TabSection(props: TabSectionProps) {
  const { title, actions, flush = false, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card className={styles.card}>
        <div className={styles.heading}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {actions}
        </div>
        <div className={styles.content} data-flush={flush}>
          {children}
        </div>
      </Card>
    </section>
  );
}
