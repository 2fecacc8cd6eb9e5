import {
  Evaluator,
  Finding,
  findControl,
  JsonObject,
  provePatch,
  renderPatch,
} from 'security-posture-engine';
import { JudgedSubject } from '../scan/JudgedSubject';

/** The patch that ends a finding and breaks nothing by the controls that run, rendered; undefined where there is none. */
export function provenPatch(
  finding: Finding,
  { workload, findings }: JudgedSubject,
  evaluate: Evaluator['evaluate'],
): JsonObject | undefined {
  const control = findControl(finding.control);
  if (
    finding.outcome !== 'fail' ||
    control?.subject !== 'workload' ||
    !workload
  )
    return undefined;
  const patch = control.patch?.(finding.violations);
  if (!patch) return undefined;
  return provePatch(control, patch, workload, findings, (patched, only) =>
    evaluate(patched, undefined, only),
  )
    ? renderPatch(finding.subject, patch)
    : undefined;
}
