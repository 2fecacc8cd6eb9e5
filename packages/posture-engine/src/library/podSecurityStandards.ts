import { Control, PodSecurityLevel } from '../model/control';
import { KubernetesVersion } from '../model/kubernetesVersion';

/**
 * Baseline checks that a stricter one replaces at the restricted level, and the minor of 1.x since which it does
 * (Pod Security Admission, `OverrideCheckIDs`).
 */
const REPLACED_AT_RESTRICTED: ReadonlyMap<string, number> = new Map([
  ['capabilities_baseline', 22],
  ['hostPathVolumes', 0],
  ['procMount', 35],
  ['seccompProfile_baseline', 19],
]);

/** The controls whose verdicts together are Pod Security Admission's own at a level and a version. */
export function controlsOfLevel(
  controls: readonly Control[],
  level: PodSecurityLevel,
  version: KubernetesVersion,
): readonly Control[] {
  return controls.filter(({ frameworks }) => {
    const baseline = frameworks['pss-baseline'] ?? [];
    if (level === 'baseline') return baseline.length > 0;
    return (
      (frameworks['pss-restricted'] ?? []).length > 0 ||
      baseline.some(check => !isReplaced(check, version))
    );
  });
}

function isReplaced(check: string, { minor }: KubernetesVersion): boolean {
  const since = REPLACED_AT_RESTRICTED.get(check);
  return since !== undefined && minor >= since;
}

/** A baseline check that a stricter one replaces at the restricted level, from a minor of 1.x on. */
export interface ReplacedCheck {
  readonly check: string;
  readonly sinceMinor: number;
}

/** The baseline checks that the restricted level does not ask for by themselves. */
export function replacedBaselineChecks(): readonly ReplacedCheck[] {
  return [...REPLACED_AT_RESTRICTED].map(([check, sinceMinor]) => ({
    check,
    sinceMinor,
  }));
}
