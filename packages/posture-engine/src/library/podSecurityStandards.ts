import { Control, PodSecurityLevel } from '../model/control';

/**
 * Baseline checks that a stricter one replaces at the restricted level
 * (Pod Security Admission, `OverrideCheckIDs`).
 */
const REPLACED_AT_RESTRICTED: readonly string[] = [
  'capabilities_baseline',
  'hostPathVolumes',
  'procMount',
  'seccompProfile_baseline',
];

/** The controls whose verdicts together are Pod Security Admission's own at a level. */
export function controlsOfLevel(
  controls: readonly Control[],
  level: PodSecurityLevel,
): readonly Control[] {
  return controls.filter(({ frameworks }) => {
    const baseline = frameworks['pss-baseline'] ?? [];
    if (level === 'baseline') return baseline.length > 0;
    return (
      (frameworks['pss-restricted'] ?? []).length > 0 ||
      baseline.some(check => !REPLACED_AT_RESTRICTED.includes(check))
    );
  });
}
