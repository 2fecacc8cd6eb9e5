import { NamespaceFacts } from './podFacts';
import { PodMatcher } from './podMatcher';
import { TrafficRule } from './trafficRule';

/** Names a policy of any kind. */
export interface PolicyRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/**
 * Policies of one layer are asked together, layers by rank and then by name.
 * The first layer that decides about some traffic decides for good.
 */
export interface PolicyLayer {
  readonly rank: number;
  readonly name: string;
}

/** Admin policies come before all others. */
export const ADMIN_LAYER: PolicyLayer = { rank: 0, name: 'admin' };
/** NetworkPolicies, those of Cilium and those of Calico without a tier of their own. */
export const DEFAULT_LAYER: PolicyLayer = { rank: 2, name: 'default' };
/** Baseline policies are asked only about pods that no other policy isolates. */
export const BASELINE_LAYER: PolicyLayer = { rank: 3, name: 'baseline' };

/** A tier of Calico's that a cluster added, which comes before the one that all policies are in by default. */
export function customLayer(name: string): PolicyLayer {
  return { rank: 1, name };
}

/** What a policy does in one direction. */
export interface DirectionRules {
  /** True where what no rule of its layer allows is refused. */
  readonly isolates: boolean;
  /** The first that covers some traffic decides about it. */
  readonly rules: readonly TrafficRule[];
}

/** A policy of any kind, or a part of it, seen through one shape. */
export interface PolicyPart {
  readonly policy: PolicyRef;
  readonly layer: PolicyLayer;
  /** Within a layer lower orders decide first; at the same order to allow comes before to refuse. */
  readonly order: number;
  /** Undefined where it does not apply to the direction. */
  readonly ingress?: DirectionRules;
  readonly egress?: DirectionRules;
  /** The pods of a namespace that it selects; undefined for none. */
  podsIn(namespace: NamespaceFacts): PodMatcher | undefined;
}

/** The order of a NetworkPolicy, as Calico takes it; policies of the API add up, so among them it does not matter. */
export const COMMON_ORDER = 1000;
