import { ReactNode, useId } from 'react';
import { Link } from '@backstage/ui';
import type { RemixiconComponentType } from '@remixicon/react';
import styles from './NotLookedAt.module.css';

/** Props of {@link UnseenItem}. */
export interface UnseenItemProps {
  icon: RemixiconComponentType;
  /** True where the icon is to warn. */
  warns?: boolean;
  /** What was not looked at. */
  what: ReactNode;
  why: ReactNode;
  /** The next step, and where it is taken. */
  next: string;
  href: string;
}

/** One thing that was not looked at. */
export function UnseenItem(props: UnseenItemProps) {
  const { icon: Icon, warns = false, what, why, next, href } = props;
  const id = useId();
  return (
    <li className={styles.item}>
      <Icon
        className={styles.icon}
        data-warns={warns}
        size={16}
        aria-hidden="true"
      />
      <div className={styles.words}>
        <span id={id}>{what}</span>
        <span className={styles.why}>{why}</span>
      </div>
      <Link href={href} className={styles.link} aria-describedby={id}>
        {next}
      </Link>
    </li>
  );
}
