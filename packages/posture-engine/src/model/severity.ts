/** How grave a failing control is. The weights are those of the score (scoring.md). */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** All severities, gravest first. */
export const SEVERITIES: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** Weight of a severity in the score. Findings of severity `info` never count. */
export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 6,
  medium: 3,
  low: 1,
  info: 0,
};

const RANKS: Readonly<Record<Severity, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
  info: 4,
};

/** The rank of a severity: 0 is the gravest. */
export function severityRank(severity: Severity): number {
  return RANKS[severity];
}

/** The graver of two severities. */
export function graverSeverity(left: Severity, right: Severity): Severity {
  return severityRank(left) <= severityRank(right) ? left : right;
}

/** One step milder; `info` stays `info`. */
export function milderSeverity(severity: Severity): Severity {
  return SEVERITIES[
    Math.min(severityRank(severity) + 1, SEVERITIES.length - 1)
  ];
}
