import { PatchView } from 'backstage-plugin-security-posture-common';
import { renderPatch } from 'security-posture-engine';
import { FindingRecord } from '../database/records';
import { ControlIndex } from './PostureSettings';
import { toYaml } from './toYaml';

/** The patch of a finding, rendered from its violations; undefined where no field can be set for them. */
export function patchView(
  finding: FindingRecord,
  controls: ControlIndex,
): PatchView | undefined {
  const control = controls.get(finding.control);
  if (finding.outcome !== 'fail' || control?.subject !== 'workload')
    return undefined;
  const patch = control.patch?.(finding.violations);
  const manifest =
    patch && renderPatch({ type: 'workload', ...finding.subject }, patch);
  return (
    manifest && {
      proven: finding.patchProven ?? false,
      strategicMerge: toYaml(manifest),
    }
  );
}
