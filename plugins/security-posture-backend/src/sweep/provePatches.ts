import {
  Control,
  Finding,
  provePatch,
  Workload,
} from 'security-posture-engine';

/**
 * Whether the patch of each failing control is proven, by control; controls without a patch for it are left out.
 * `judge` gives the findings of a patched workload by some of the controls, for the same owners.
 */
export function provePatches(
  workload: Workload,
  findings: readonly Finding[],
  controls: readonly Control[],
  judge: (patched: Workload, only: ReadonlySet<string>) => readonly Finding[],
): ReadonlyMap<string, boolean> {
  const failing = new Map(
    findings
      .filter(({ outcome }) => outcome === 'fail')
      .map(finding => [finding.control, finding]),
  );
  const proven = new Map<string, boolean>();
  for (const control of controls) {
    if (control.subject !== 'workload' || !control.patch) continue;
    const finding = failing.get(control.id);
    const patch = finding && control.patch(finding.violations);
    if (patch)
      proven.set(
        control.id,
        provePatch(control, patch, workload, findings, judge),
      );
  }
  return proven;
}
