import {
  Evaluator,
  findControl,
  Finding,
  provePatch,
  Workload,
} from 'security-posture-engine';

/** Whether the patch of a finding is proven; undefined where its control has none for it. */
export function provePatchOf(
  finding: Finding,
  workload: Workload,
  findings: readonly Finding[],
  evaluator: Evaluator,
): boolean | undefined {
  const control = findControl(finding.control);
  if (control?.subject !== 'workload' || !control.patch) return undefined;
  const patch = control.patch(finding.violations);
  return (
    patch &&
    provePatch(control, patch, workload, findings, patched =>
      evaluator.evaluateWorkload(patched),
    )
  );
}
