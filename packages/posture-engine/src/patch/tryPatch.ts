import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { applyStrategicMerge } from './applyStrategicMerge';
import { refusalsOf } from './refusalsOf';

/** What a patch that somebody proposes would do to a workload. */
export interface PatchTrial {
  /** Controls that fail now and would not any more. */
  readonly fixes: readonly string[];
  /** Controls that would newly fail. */
  readonly breaks: readonly string[];
  /** Why the API server would newly refuse the object. */
  readonly refusals: readonly string[];
}

/** A patch that cannot be applied to its object. The message is the end of a sentence: "names another kind". */
export class PatchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatchError';
  }
}

/**
 * Tries a strategic-merge patch on a workload, whose findings as it stands are `before`; `evaluate` judges it patched.
 * Throws a PatchError where the patch is of another object, cannot be followed or adds a container that has no image.
 */
export function tryPatch(
  patch: JsonObject,
  workload: Workload,
  before: readonly Finding[],
  evaluate: (workload: Workload) => readonly Finding[],
): PatchTrial {
  checkTarget(patch, workload);
  checkDirectives(patch);
  const patched = new Workload(
    applyStrategicMerge(workload.toObject(), patch) as KubernetesObject,
  );
  checkContainers(patched, workload);
  const failing = failingControls(before);
  const hidden = hiddenControls(before);
  const after = evaluate(patched);
  const refused = new Set(refusalsOf(workload));
  return {
    fixes: after
      .filter(({ control }) => failing.has(control))
      .filter(
        ({ outcome }) => outcome === 'pass' || outcome === 'notApplicable',
      )
      .map(({ control }) => control),
    breaks: [...failingControls(after)].filter(
      control => !failing.has(control) && !hidden.has(control),
    ),
    refusals: refusalsOf(patched).filter(refusal => !refused.has(refusal)),
  };
}

function checkTarget(patch: JsonObject, { subject }: Workload): void {
  const metadata = isJsonObject(patch.metadata) ? patch.metadata : {};
  const named: readonly (readonly [string, unknown, string | undefined])[] = [
    ['apiVersion', patch.apiVersion, subject.apiVersion],
    ['kind', patch.kind, subject.kind],
    ['namespace', metadata.namespace, subject.namespace],
    ['name', metadata.name, subject.name],
  ];
  for (const [field, given, own] of named)
    if (given !== undefined && given !== own)
      throw new PatchError(`names another ${field}`);
}

/** Of the directives, only the removal of an item of a list is followed. */
function checkDirectives(patch: unknown): void {
  if (Array.isArray(patch)) patch.forEach(checkDirectives);
  else if (isJsonObject(patch))
    for (const [key, value] of Object.entries(patch)) {
      if (key.startsWith('$') && !(key === '$patch' && value === 'delete'))
        throw new PatchError(
          `has the directive ${key}, of which only "$patch: delete" is followed`,
        );
      checkDirectives(value);
    }
}

function checkContainers(patched: Workload, workload: Workload): void {
  try {
    const known = new Set(workload.containers.map(({ name }) => name));
    for (const { name, image } of patched.containers)
      if (!known.has(name) && !image)
        throw new PatchError(
          `is for a container ${name} that is not there, and gives it no image`,
        );
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    throw new PatchError(`leaves a wrong type at ${error.path}`);
  }
}

function failingControls(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ control }) => control),
  );
}

/** What only did not apply on the network of the host: a patch brings that to light and does not break it. */
function hiddenControls(before: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    before
      .filter(({ reason }) => reason === 'hostNetwork')
      .map(({ control }) => control),
  );
}
