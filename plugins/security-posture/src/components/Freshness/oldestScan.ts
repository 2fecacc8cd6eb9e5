import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';

/** ISO time of the oldest last complete scan. ISO times of one zone sort as text. */
export function oldestScan(
  clusters: readonly ClusterFreshness[],
): string | undefined {
  return clusters
    .flatMap(({ lastSuccessAt }) => lastSuccessAt ?? [])
    .sort()
    .at(0);
}
