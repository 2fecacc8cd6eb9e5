import type {
  Grade,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';

/** How grave a finding is. */
export type Severity = keyof SeverityCounts;

/** All severities, gravest first. */
export const SEVERITIES: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** Orders two severities, the graver first. */
export function bySeverity(left: Severity, right: Severity): number {
  return SEVERITIES.indexOf(left) - SEVERITIES.indexOf(right);
}

/** The severities that set the band of a score; `info` never counts. */
export type CountingSeverity = Exclude<Severity, 'info'>;

/** The band that the worst open finding leaves to the score. */
export const SCORE_BANDS: Readonly<
  Record<CountingSeverity, { low: number; high: number; grade: Grade }>
> = {
  critical: { low: 0, high: 39, grade: 'F' },
  high: { low: 40, high: 69, grade: 'D' },
  medium: { low: 70, high: 89, grade: 'C' },
  low: { low: 90, high: 99, grade: 'B' },
};

/** Those severities, gravest first. */
export const COUNTING_SEVERITIES = Object.keys(
  SCORE_BANDS,
) as readonly CountingSeverity[];

/** The worst severity that is open and counts. */
export function worstOpen(open: SeverityCounts): CountingSeverity | undefined {
  return COUNTING_SEVERITIES.find(severity => open[severity] > 0);
}
