import { PodMatcher } from './podMatcher';
import {
  DirectionRules,
  PolicyLayer,
  PolicyPart,
  PolicyRef,
} from './policyPart';
import { covers, Direction, Traffic, TrafficRule } from './trafficRule';

/** What policies of one layer say of some traffic. */
export interface LayerVerdict {
  readonly layer: PolicyLayer;
  /** True where the layer refuses what nothing in it allows. */
  readonly isolates: boolean;
  /** The policy that decides first, and how; undefined where none names all of the traffic. */
  readonly first?: Decision;
}

/** How a policy decides. */
export interface Decision {
  readonly order: number;
  readonly action: TrafficRule['action'];
  readonly policy: PolicyRef;
}

/** Policies that select the same pods, with what they say together worked out once for each question. */
export class PolicyGroup {
  private readonly verdicts = new Map<
    Traffic,
    { [Name in Direction]?: readonly LayerVerdict[] }
  >();

  constructor(
    readonly matcher: PodMatcher,
    readonly parts: readonly PolicyPart[],
  ) {}

  /** What each layer says, layers in no order. */
  verdictsOn(direction: Direction, traffic: Traffic): readonly LayerVerdict[] {
    const known = this.verdicts.get(traffic) ?? {};
    this.verdicts.set(traffic, known);
    known[direction] ??= mergeVerdicts(
      this.parts.flatMap(part => verdictOf(part, direction, traffic)),
    );
    return known[direction];
  }
}

/** One verdict for each layer. */
export function mergeVerdicts(
  verdicts: readonly LayerVerdict[],
): readonly LayerVerdict[] {
  const byLayer = new Map<string, LayerVerdict>();
  for (const one of verdicts) {
    const key = `${one.layer.rank} ${one.layer.name}`;
    const other = byLayer.get(key);
    byLayer.set(key, other ? bothOf(one, other) : one);
  }
  return [...byLayer.values()];
}

function bothOf(one: LayerVerdict, other: LayerVerdict): LayerVerdict {
  const first =
    one.first && other.first
      ? earlierOf(one.first, other.first)
      : one.first ?? other.first;
  return {
    layer: one.layer,
    isolates: one.isolates || other.isolates,
    ...(first ? { first } : {}),
  };
}

/** At the same order to allow comes first, so that no doubt passes. */
function earlierOf(one: Decision, other: Decision): Decision {
  if (one.order !== other.order) return one.order < other.order ? one : other;
  if (one.action !== other.action && other.action === 'allow') return other;
  return one;
}

function verdictOf(
  { policy, layer, order, ...directions }: PolicyPart,
  direction: Direction,
  traffic: Traffic,
): LayerVerdict[] {
  const rules: DirectionRules | undefined = directions[direction];
  if (!rules) return [];
  const deciding = rules.rules.find(rule => covers(rule, traffic));
  return [
    {
      layer,
      isolates: rules.isolates,
      ...(deciding
        ? { first: { order, action: deciding.action, policy } }
        : {}),
    },
  ];
}
