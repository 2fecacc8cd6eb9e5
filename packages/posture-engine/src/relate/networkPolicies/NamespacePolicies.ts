import { NamespaceFacts, PodFacts } from './podFacts';
import { PodMatcher } from './podMatcher';
import { PolicyGroup } from './PolicyGroup';
import { PolicyPart } from './policyPart';
import { addTo } from '../addTo';

/**
 * The policies of one namespace, cluster-wide ones among them, found by the labels of a pod.
 * Policies that select alike are one group, so that a question costs as many steps as selectors may fit, not as there are policies.
 */
export class NamespacePolicies {
  private readonly everyPod: PolicyGroup[] = [];
  private readonly byTerm = new Map<string, PolicyGroup[]>();
  private readonly others: PolicyGroup[] = [];

  constructor(parts: readonly PolicyPart[], namespace: NamespaceFacts) {
    const groups = groupsOf(parts, namespace);
    const uses = usesOf(groups);
    for (const group of groups)
      if (group.matcher.everyPod) this.everyPod.push(group);
      else this.add(group, rarest(group.matcher.termSets, uses));
  }

  /** The groups that select every pod of the namespace, whatever its labels. */
  get selectingEveryPod(): readonly PolicyGroup[] {
    return this.everyPod;
  }

  /** The groups that select a pod, each once. */
  selecting(pod: PodFacts): readonly PolicyGroup[] {
    const candidates = new Set(this.others);
    for (const [key, value] of Object.entries(pod.labels))
      for (const term of [key, `${key}=${value}`])
        for (const group of this.byTerm.get(term) ?? []) candidates.add(group);
    return [
      ...this.everyPod,
      ...[...candidates].filter(({ matcher }) => matcher.matches(pod)),
    ];
  }

  private add(group: PolicyGroup, terms: readonly string[] | undefined): void {
    if (!terms) this.others.push(group);
    for (const term of new Set(terms)) {
      addTo(this.byTerm, term, group);
    }
  }
}

/** How many sets a label is in. */
function usesOf(groups: readonly PolicyGroup[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { matcher } of groups)
    for (const set of matcher.termSets)
      for (const term of set) uses.set(term, (uses.get(term) ?? 0) + 1);
  return uses;
}

/** The set whose labels the fewest selectors ask for; undefined where there is none. */
function rarest(
  sets: readonly (readonly string[])[],
  uses: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  let found: readonly string[] | undefined;
  let fewest = Infinity;
  for (const set of sets) {
    const all = set.reduce((sum, term) => sum + (uses.get(term) ?? 0), 0);
    if (all < fewest) {
      found = set;
      fewest = all;
    }
  }
  return found;
}

function groupsOf(
  parts: readonly PolicyPart[],
  namespace: NamespaceFacts,
): readonly PolicyGroup[] {
  const groups = new Map<
    string,
    { readonly matcher: PodMatcher; readonly parts: PolicyPart[] }
  >();
  for (const part of parts) {
    const matcher = part.podsIn(namespace);
    if (!matcher) continue;
    const known = groups.get(matcher.key);
    if (known) known.parts.push(part);
    else groups.set(matcher.key, { matcher, parts: [part] });
  }
  return [...groups.values()].map(
    group => new PolicyGroup(group.matcher, group.parts),
  );
}
