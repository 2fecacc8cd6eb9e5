import { Control, ExampleSurroundings } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { renderPatch } from '../patch/renderPatch';
import { JsonObject } from '../read/typedReads';
import { judgeFirst } from './judgeFirst';
import { objectsOfExample } from './objectsOfExample';

/** What fixes an example that fails. */
export interface ExampleFix {
  /** A strategic-merge patch of its workload. */
  readonly patch?: JsonObject;
  /** Objects to apply. */
  readonly objects?: readonly KubernetesObject[];
}

/** What a control offers for an example that fails, given as its documents; undefined where it offers nothing. */
export function fixOfExample(
  control: Control,
  documents: readonly unknown[],
  surroundings: ExampleSurroundings,
): ExampleFix | undefined {
  const [finding] = judgeFirst(
    [control],
    control.subject,
    objectsOfExample(documents),
    surroundings,
  );
  const patch = patchFor(control, finding);
  const objects = control.remedy?.(finding.subject, finding.violations);
  if (!patch && !objects) return undefined;
  return { ...(patch ? { patch } : {}), ...(objects ? { objects } : {}) };
}

function patchFor(
  control: Control,
  { subject, violations }: Finding,
): JsonObject | undefined {
  if (control.subject !== 'workload') return undefined;
  const patch = control.patch?.(violations);
  return patch && renderPatch(subject, patch);
}
