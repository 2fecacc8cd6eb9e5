import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { RemixiconComponentType } from '@remixicon/react';
import styles from './EmptyState.module.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  icon: RemixiconComponentType;
  /** What is so. */
  title: ReactNode;
  /** A heading where the state is all that a page shows. */
  titleAs?: 'h2' | 'p';
  /** Why. */
  children?: ReactNode;
  /** The next step. */
  actions?: ReactNode;
}

/** What is so, why, and one next step, where there is nothing else to show. */
export function EmptyState(props: EmptyStateProps) {
  const { icon: Icon, title, titleAs = 'p', children, actions } = props;
  return (
    <div className={styles.state}>
      <Icon className={styles.icon} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <Text as={titleAs} variant="body-large" weight="bold">
          {title}
        </Text>
        <div className={styles.text}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
