import type { EntityPosture } from 'backstage-plugin-security-posture-common';

/** Names of the clusters whose last posture is older than the gate allows. */
export function silentClusters({
  reasons,
}: Pick<EntityPosture, 'reasons'>): string[] {
  return reasons.flatMap(reason =>
    reason.kind === 'staleCluster' ? [reason.cluster] : [],
  );
}
