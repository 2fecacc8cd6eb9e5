import { Severity } from 'security-posture-engine';

/** How exemptions are decided on, and how long they may last. */
export interface ExemptionSettings {
  /** Refs of the groups whose members decide; nobody decides where there is none. */
  readonly approvers: readonly string[];
  /** Longest life in days of an exemption that covers a critical or high finding. */
  readonly maxDaysGrave: number;
  /** Longest life in days of any other. */
  readonly maxDays: number;
  /** True where an annotation is an approved exemption, as long as it covers nothing critical or high. */
  readonly approveAnnotations: boolean;
}

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;

/** True for severities whose exemptions are short, and that no annotation exempts by itself. */
export function isGrave(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}

/** Longest life in days of an exemption whose gravest finding is of this severity. */
export function longestDays(
  { maxDays, maxDaysGrave }: ExemptionSettings,
  severity: Severity,
): number {
  return isGrave(severity) ? maxDaysGrave : maxDays;
}
