import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import styles from './EntityPostureCard.module.css';

/** Props of {@link CardFooterLine}. */
export interface CardFooterLineProps {
  /** How fresh the card is. */
  children: ReactNode;
  href: string;
  label: string;
}

/** The last line of the card: how fresh it is, and the way in. */
export function CardFooterLine(props: CardFooterLineProps) {
  const { children, href, label } = props;
  return (
    <>
      <span>{children}</span>
      <Link href={href} className={styles.wayIn} standalone>
        {label}
        <RiArrowRightSLine size={16} aria-hidden="true" />
      </Link>
    </>
  );
}
