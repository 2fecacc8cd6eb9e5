import type { SeverityCounts } from 'backstage-plugin-security-posture-common';
import styles from './SeverityBadge.module.css';

type Severity = keyof SeverityCounts;

/** Octagon, triangle, diamond, hollow square, bar: told apart without colour, on a grid of 16. */
const SHAPES: Record<Severity, string> = {
  critical: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM7 4v5h2V4zm0 6.4v2h2v-2z',
  high: 'M8 .9l7.6 13.7H.4zM7.1 5.6v4.6h1.8V5.6zm0 5.7v1.8h1.8v-1.8z',
  medium: 'M8 .6 15.4 8 8 15.4.6 8z',
  low: 'M2 2h12v12H2zm2 2v8h8V4z',
  info: 'M2 6.9h12v2.2H2z',
};

/** The shape of a severity, beside words that say it. */
export function SeverityShape({ severity }: { severity: Severity }) {
  return (
    <svg
      className={styles.shape}
      width="14"
      height="14"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path fillRule="evenodd" d={SHAPES[severity]} />
    </svg>
  );
}
