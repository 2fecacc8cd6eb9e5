import { RemedyView } from 'backstage-plugin-security-posture-common';
import { FindingRecord } from '../database/records';
import { ControlIndex } from './PostureSettings';
import { toYaml } from './toYaml';

const BETWEEN = '---\n';

/** The objects that fix a finding once they are applied, as YAML; undefined where its control can give none for it. */
export function remedyView(
  { control: id, outcome, subject, violations }: FindingRecord,
  controls: ControlIndex,
): RemedyView | undefined {
  const control = controls.get(id);
  if (!control || outcome !== 'fail') return undefined;
  const objects = control.remedy?.(
    { ...subject, type: control.subject },
    violations,
  );
  return objects?.length
    ? { manifests: objects.map(toYaml).join(BETWEEN) }
    : undefined;
}
