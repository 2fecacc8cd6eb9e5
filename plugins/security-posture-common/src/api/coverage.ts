import type { ReasonCode } from 'security-posture-engine';
import { ResourceView } from './findings';
import { ClusterState, PostureState } from './posture';

/** How much of the organisation is looked at, over what the caller may see. */
export interface CoverageResponse {
  workloads: {
    /** In clusters whose last complete sweep is fresh. */
    swept: number;
    known: number;
    /** That belong to at least one entity. */
    owned: number;
  };
  entities: {
    total: number;
    /** Those with an annotation that asks for workloads. */
    expected: number;
    /** Of these, those that have some. */
    expectedWithWorkloads: number;
    /** Why entities have a posture or none. */
    states: Record<PostureState, number>;
    /** Of those with a posture, how many may run in a cluster of which nothing fresh is known. */
    stale: number;
  };
  /** Absent without the permission to read clusters. */
  clusters?: ClusterCoverage[];
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}

/** What was not looked at in one cluster, and why. */
export interface ClusterCoverage {
  cluster: string;
  title?: string;
  state: ClusterState;
  reason?: ReasonCode;
  /** ISO time of the last complete sweep. */
  lastSuccessAt?: string;
  /** True where that is too long ago, or there was none. */
  stale: boolean;
  /** Controls that could not be judged on the whole cluster. */
  gaps: { control: string; reason: ReasonCode; since: string }[];
}

/** Why something of the catalog probably owns a workload. */
export type OwnerReason =
  | { kind: 'label'; label: string; value: string }
  | {
      kind: 'namespace';
      /** Workloads of the namespace that belong to entities of this owner. */
      workloads: number;
      /** Workloads of the namespace that belong to any entity. */
      of: number;
    };

/** What of the catalog probably owns a workload: an entity or a system that its labels name, or the owner of most of its namespace. */
export interface SuggestedOwner {
  ref: string;
  because: OwnerReason;
}

/** A workload that belongs to no entity. */
export interface UnownedWorkload extends ResourceView {
  suggestedOwner?: SuggestedOwner;
}

/** A page of workloads that belong to no entity. */
export interface UnownedWorkloadsResponse {
  items: UnownedWorkload[];
  total: number;
  nextCursor?: string;
}
