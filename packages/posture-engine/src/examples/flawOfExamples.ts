import { Control, WorkloadControl } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { isWorkloadObject, Workload } from '../model/workload';
import { provePatch } from '../patch/provePatch';
import { ExampleCase, exampleCases } from './exampleCases';
import { judgeFirst } from './judgeFirst';
import { parseExample } from './parseExample';

/**
 * Whether the examples of a control prove it: what is wrong, in words that follow its name; undefined where nothing is.
 * They are judged frozen, so a rule that changes what it is given proves nothing.
 */
export function flawOfExamples(control: Control): string | undefined {
  const { pass, fail, notEvaluated } = control.examples ?? {};
  if (!pass?.length) return 'it has no example that passes';
  if (!fail?.length && !notEvaluated?.length)
    return 'it has no example that fails';
  for (const one of exampleCases(control)) {
    const flaw = flawOfExample(control, one);
    if (flaw) return `its example ${one.number} of ${one.outcome} ${flaw}`;
  }
  return undefined;
}

function flawOfExample(control: Control, one: ExampleCase): string | undefined {
  let objects: readonly KubernetesObject[];
  let finding: Finding;
  try {
    objects = frozen(parseExample(one.given));
    [finding] = judgeFirst(
      [control],
      control.subject,
      objects,
      one.surroundings,
    );
  } catch (error) {
    return `cannot be judged: ${String(error)}`;
  }
  if (finding.outcome !== one.outcome) return `is judged ${wordsOf(finding)}`;
  return one.outcome === 'fail' && control.subject === 'workload'
    ? flawOfPatch(control, finding, objects, one)
    : undefined;
}

function wordsOf({ outcome, reason, note }: Finding): string {
  return [outcome, reason && `(${reason})`, note].filter(Boolean).join(' ');
}

/** A patch need not reach every example, but what it says has to hold. */
function flawOfPatch(
  control: WorkloadControl,
  finding: Finding,
  objects: readonly KubernetesObject[],
  { surroundings }: ExampleCase,
): string | undefined {
  const written = objects.find(isWorkloadObject);
  if (!written) return undefined;
  try {
    const patch = control.patch?.(finding.violations);
    if (!patch) return undefined;
    const proven = provePatch(
      control,
      patch,
      new Workload(written),
      [finding],
      patched =>
        judgeFirst(
          [control],
          control.subject,
          objects.map(one => (one === written ? patched.toObject() : one)),
          surroundings,
        ),
    );
    return proven ? undefined : 'is not mended by its patch';
  } catch (error) {
    return `cannot be patched: ${String(error)}`;
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
