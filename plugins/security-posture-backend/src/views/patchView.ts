import { PatchView } from 'backstage-plugin-security-posture-common';
import { JsonObject, renderPatch } from 'security-posture-engine';
import { stringify } from 'yaml';
import { FindingRecord } from '../database/records';
import { ControlIndex } from './PostureSettings';

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

/**
 * Without block scalars or folded lines, so that no value can look like a key of the whole or end a shell's input early.
 * What YAML 1.1, which kubectl reads, takes for something else than text is quoted.
 */
function toYaml(value: JsonObject): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: false,
    compat: 'yaml-1.1',
  });
}
