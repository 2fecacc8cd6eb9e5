import { PolicyGroup, LayerVerdict, mergeVerdicts } from './PolicyGroup';
import { PolicyRef } from './policyPart';
import { Direction, Traffic } from './trafficRule';

/** How pods stand in one direction, or to one address. */
export interface Protection {
  /** `refused`: only what a policy allows; `open`: a policy allows it all; `unguarded`: no policy refuses anything. */
  readonly state: 'refused' | 'open' | 'unguarded';
  /** The policy that allows it all. */
  readonly openedBy?: PolicyRef;
}

/**
 * What groups of policies together say of some traffic: layer by layer, the first that decides.
 * Policies that add up open a pod if one of them does; one that is asked before them may refuse for good.
 */
export function protectionBy(
  groups: readonly PolicyGroup[],
  direction: Direction,
  traffic: Traffic,
): Protection {
  const layers =
    groups.length === 1
      ? groups[0].verdictsOn(direction, traffic)
      : mergeVerdicts(
          groups.flatMap(group => group.verdictsOn(direction, traffic)),
        );
  for (const { isolates, first } of [...layers].sort(byLayer)) {
    if (first?.action === 'allow')
      return { state: 'open', openedBy: first.policy };
    if (first?.action === 'deny') return { state: 'refused' };
    if (first === undefined && isolates) return { state: 'refused' };
  }
  return { state: 'unguarded' };
}

function byLayer({ layer: one }: LayerVerdict, { layer: other }: LayerVerdict) {
  return one.rank - other.rank || (one.name < other.name ? -1 : 1);
}
