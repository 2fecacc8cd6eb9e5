import { ReactNode } from 'react';
import styles from './Delta.module.css';

/** Props of {@link Delta}. */
export interface DeltaProps {
  /** By how much it changed; its sign gives the arrow. */
  by: number;
  /** The direction that is good. */
  better: 'up' | 'down';
  /** The change in words, without its direction: "4 points in 7 days". */
  children: ReactNode;
  /** The direction in words, for those who do not see the arrow: "up", "down", "no change". */
  spoken: string;
}

/** How something changed: an arrow for the direction, a colour for better or worse, and the words. */
export function Delta({ by, better, children, spoken }: DeltaProps) {
  return (
    <span className={styles.delta} data-change={changeOf(by, better)}>
      <svg
        className={styles.arrow}
        viewBox="0 0 10 10"
        role="img"
        aria-label={spoken}
      >
        <path d={arrowOf(by)} fill="currentColor" />
      </svg>
      <span>{children}</span>
    </span>
  );
}

function changeOf(by: number, better: 'up' | 'down') {
  if (by === 0) return 'same';
  return by > 0 === (better === 'up') ? 'better' : 'worse';
}

function arrowOf(by: number): string {
  if (by === 0) return 'M0 4h10v2H0z';
  return by > 0 ? 'M5 1l5 8H0z' : 'M5 9L0 1h10z';
}
