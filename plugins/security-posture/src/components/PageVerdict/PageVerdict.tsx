import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionFill,
  RiTimeFill,
} from '@remixicon/react';
import styles from './PageVerdict.module.css';

/** How a verdict looks. */
export type PageVerdictLook = 'good' | 'bad' | 'unknown' | 'stale';

const ICONS: Record<PageVerdictLook, RemixiconComponentType> = {
  good: RiCheckboxCircleFill,
  bad: RiCloseCircleFill,
  unknown: RiQuestionFill,
  stale: RiTimeFill,
};

/** Props of {@link PageVerdict}. */
export interface PageVerdictProps {
  look: PageVerdictLook;
  /** The verdict as a sentence. */
  title: ReactNode;
  /** What it rests on. */
  children?: ReactNode;
}

/** What a page says first: a sentence with a mark, and what it rests on. */
export function PageVerdict({ look, title, children }: PageVerdictProps) {
  const Icon = ICONS[look];
  return (
    <div className={styles.verdict} data-look={look}>
      <Icon className={styles.icon} size={28} aria-hidden="true" />
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {children && <p className={styles.detail}>{children}</p>}
      </div>
    </div>
  );
}
