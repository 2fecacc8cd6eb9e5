import type { SeverityCounts } from 'backstage-plugin-security-posture-common';
import { SeverityBadge } from '../SeverityBadge';
import styles from './ExemptionStanding.module.css';

/** Props of {@link AboutFinding}. */
export interface AboutFindingProps {
  severity: keyof SeverityCounts;
  title: string;
}

/** What an exemption is about, beneath the title of a panel. */
export function AboutFinding({ severity, title }: AboutFindingProps) {
  return (
    <p className={styles.finding}>
      <SeverityBadge severity={severity} /> <span>{title}</span>
    </p>
  );
}
