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
  const byId = new Map(controls.map(control => [control.id, control]));
  const proven = new Map<string, boolean>();
  for (const finding of findings) {
    const control = byId.get(finding.control);
    if (finding.outcome !== 'fail' || control?.subject !== 'workload') continue;
    const patch = control.patch?.(finding.violations);
    if (patch)
      proven.set(
        control.id,
        provePatch(control, patch, workload, findings, judge),
      );
  }
  return proven;
}
