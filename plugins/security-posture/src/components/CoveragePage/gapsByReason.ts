import type { ClusterCoverage } from 'backstage-plugin-security-posture-common';

type Gap = ClusterCoverage['gaps'][number];

/** Reasons of which it is known what would mend them. */
export const MENDABLE = [
  'forbidden',
  'unreachable',
  'needsUserCredentials',
  'controlPlaneNotVisible',
  'noReport',
  'staleReport',
  'digestMismatch',
  'staleData',
  'manual',
  'probeOff',
  'partial',
  'tooLarge',
  'parseError',
  'unsupportedVersion',
  'controlError',
] as const satisfies readonly Gap['reason'][];

/** The controls that could not be judged for one reason. */
export interface ReasonGaps {
  reason: Gap['reason'];
  /** ISO time of the first of them. */
  since: string;
  /** Ids, sorted. */
  controls: string[];
}

/** Gaps by their reason, most controls first. */
export function gapsByReason(gaps: readonly Gap[]): ReasonGaps[] {
  const reasons = new Map<string, ReasonGaps>();
  for (const { reason, control, since } of gaps) {
    const known = reasons.get(reason) ?? { reason, since, controls: [] };
    reasons.set(reason, {
      reason,
      since: since < known.since ? since : known.since,
      controls: [...known.controls, control].sort(),
    });
  }
  return [...reasons.values()].sort(
    (left, right) => right.controls.length - left.controls.length,
  );
}
