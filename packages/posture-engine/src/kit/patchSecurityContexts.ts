import { PodSpecPatch } from '../model/control';
import { Violation } from '../model/finding';
import { isJsonObject } from '../read/typedReads';
import { patchContainers } from './patches';

type Fields = Readonly<Record<string, unknown>>;

const POD_CONTEXT = /(?:^|\.)spec\.securityContext(?:\.|$)/;

/** True where a violation lies in the pod's own security context, and not in a container's. */
export function liesInPodContext(violation: Violation): boolean {
  return POD_CONTEXT.test(violation.path);
}

/**
 * A patch of the security contexts in which violations lie, the pod's or a container's:
 * `fieldsFor` gives what to set for each. `always` is set in the pod's besides.
 * Undefined where nothing that a template holds is named.
 */
export function patchSecurityContexts(
  violations: readonly Violation[],
  fieldsFor: (violation: Violation) => Fields,
  always: Fields = {},
): PodSpecPatch | undefined {
  const merged = (some: readonly Violation[]): Fields =>
    some.map(fieldsFor).reduce(merge, {});
  const ofPod = { ...merged(violations.filter(liesInPodContext)), ...always };
  const inContainers = patchContainers(
    violations.filter(violation => Object.keys(fieldsFor(violation)).length),
    ofContainer => ({ securityContext: merged(ofContainer) }),
  );
  return Object.keys(ofPod).length
    ? { securityContext: ofPod, ...inContainers }
    : inContainers;
}

function merge(left: Fields, right: Fields): Fields {
  const both: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = both[key];
    both[key] =
      isJsonObject(before) && isJsonObject(value)
        ? merge(before, value)
        : value;
  }
  return both;
}

/** True where a violation lies in an ephemeral container, which no template holds. */
export function liesInEphemeral(violation: Violation): boolean {
  return /(?:^|\.)ephemeralContainers\[/.test(violation.path);
}
