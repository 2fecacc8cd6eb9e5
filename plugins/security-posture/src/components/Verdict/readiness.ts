import type {
  EntityPosture,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';

type Judged = Pick<EntityPosture, 'readiness' | 'reasons'>;

/** The reason of one kind, where readiness has it. */
export function reasonOfKind<K extends ReadinessReason['kind']>(
  { reasons }: Judged,
  kind: K,
): Extract<ReadinessReason, { kind: K }> | undefined {
  return reasons.find(
    (reason): reason is Extract<ReadinessReason, { kind: K }> =>
      reason.kind === kind,
  );
}

/** True where a cluster has been silent for longer than the gate allows. */
export function isStale(posture: Judged): boolean {
  return reasonOfKind(posture, 'staleCluster') !== undefined;
}

/** The coverage that the gate asks for, where the posture has less. */
export function requiredCoverage(posture: Judged): number | undefined {
  return reasonOfKind(posture, 'lowCoverage')?.required;
}

/** Which picture a verdict carries. */
export type VerdictLook = 'ready' | 'notReady' | 'unknown' | 'stale';

/** A known blocker wins over silence; silence wins over missing evidence. */
export function lookOf(posture: Judged): VerdictLook {
  if (posture.readiness !== 'unknown') return posture.readiness;
  return isStale(posture) ? 'stale' : 'unknown';
}
