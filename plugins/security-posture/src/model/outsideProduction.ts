import type {
  BlockingCounts,
  EntityPosture,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';

/** Open findings that count for readiness, as its reasons tell. */
export function blockingOf({
  reasons,
}: Pick<EntityPosture, 'reasons'>): BlockingCounts {
  const counts = { critical: 0, high: 0 };
  for (const reason of reasons)
    if (reason.kind === 'openFindings') counts[reason.severity] = reason.count;
  return counts;
}

/** Open findings of a blocking severity that do not count for readiness: it counts production only, and they lie elsewhere. */
export function outsideProduction(
  open: SeverityCounts,
  blocking: BlockingCounts,
): BlockingCounts {
  return {
    critical: open.critical - blocking.critical,
    high: open.high - blocking.high,
  };
}

/** How many there are of either severity. */
export function sumOf({ critical, high }: BlockingCounts): number {
  return critical + high;
}
