import { PodSpecPatch } from '../model/control';
import { Violation } from '../model/finding';

/** The lists of containers that a template holds, so that a patch can reach them. */
const PATCHABLE_LISTS = /(?:^|\.)spec\.(initContainers|containers)\[/;

/** The list that a violation's container stands in. Undefined outside containers, and for ephemeral ones, which no template holds. */
export function containerListOf(
  violation: Violation,
): 'initContainers' | 'containers' | undefined {
  return PATCHABLE_LISTS.exec(violation.path)?.[1] as
    | 'initContainers'
    | 'containers'
    | undefined;
}

/**
 * A patch that sets the same fragment in every container that the violations name.
 * Undefined where none of them can be reached by name.
 */
export function patchContainers(
  violations: readonly Violation[],
  fragment: (
    ofContainer: readonly Violation[],
  ) => Readonly<Record<string, unknown>>,
): PodSpecPatch | undefined {
  const lists: Record<string, Record<string, unknown>[]> = {};
  for (const [list, name, ofContainer] of groupByContainer(violations)) {
    lists[list] = [...(lists[list] ?? []), { name, ...fragment(ofContainer) }];
  }
  return Object.keys(lists).length ? lists : undefined;
}

/** A patch that sets fields of every container's security context that the violations name. */
export function patchContainerSecurityContext(
  violations: readonly Violation[],
  fields: Readonly<Record<string, unknown>>,
): PodSpecPatch | undefined {
  return patchContainers(violations, () => ({ securityContext: fields }));
}

function groupByContainer(
  violations: readonly Violation[],
): [list: string, name: string, violations: Violation[]][] {
  const groups = new Map<string, [string, string, Violation[]]>();
  for (const violation of violations) {
    const list = containerListOf(violation);
    if (
      !list ||
      !violation.container ||
      /^#\d+ \(no name\)$/.test(violation.container)
    )
      continue;
    const key = `${list}/${violation.container}`;
    const group = groups.get(key) ?? [list, violation.container, []];
    group[2].push(violation);
    groups.set(key, group);
  }
  return [...groups.values()];
}
