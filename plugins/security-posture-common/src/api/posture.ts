import type { ReasonCode, Severity } from 'security-posture-engine';
import type { ExemptionCounts } from './exemptions';
import { FindingsResponse, ResourcePatchView, ResourceView } from './findings';
import { ScanView } from './scans';
import { RecentScore } from './trends';

/** What the production gate answers. */
export type Readiness = 'ready' | 'notReady' | 'unknown';

/** The letter of a band of the score: A is 100, B 90 to 99, C 70 to 89, D 40 to 69, F below. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/**
 * Why an entity has a posture, or has none.
 * `judged`: at least one workload was judged. `notMapped`: nothing links it to workloads.
 * `noWorkloads`: it is linked, and nothing in the swept clusters matches. `neverScanned`: no cluster that it may run in was swept yet.
 * `needsUserCredentials`: the clusters that it may run in admit users only. `unreachable`: none of them ever answered.
 * `noClusters`: the portal's kubernetes plugin has no cluster, is not installed or does not answer.
 */
export type PostureState =
  | 'judged'
  | 'notMapped'
  | 'noWorkloads'
  | 'neverScanned'
  | 'needsUserCredentials'
  | 'unreachable'
  | 'noClusters';

/** A score and how much it rests on. `value` and `grade` are null where nothing, or less than half, was judged. */
export interface ScoreView {
  value: number | null;
  grade: Grade | null;
  /** 0 to 1; null where there was nothing to judge. */
  coverage: number | null;
}

/** Open failing findings by severity. */
export type SeverityCounts = Record<Severity, number>;

/** Open failing findings that count for readiness. */
export type BlockingCounts = Pick<SeverityCounts, 'critical' | 'high'>;

/** Controls of the profile by their state over all workloads of the entity. One that fails at severity info only counts as passing. */
export interface ControlCounts {
  failing: number;
  /** Failing nowhere but where an approved exemption covers it. */
  exempted: number;
  passing: number;
  notEvaluated: number;
  notApplicable: number;
}

/** One reason why an entity is not ready, or why that is unknown. */
export type ReadinessReason =
  | { kind: 'openFindings'; severity: 'critical' | 'high'; count: number }
  | { kind: 'nothingEvaluated' }
  | { kind: 'lowCoverage'; coverage: number; required: number }
  | {
      kind: 'staleCluster';
      cluster: string;
      since?: string;
      reason?: ReasonCode;
    }
  | { kind: 'neverSweptCluster'; cluster: string; reason?: ReasonCode };

/** How fresh what is known of one cluster is. */
export interface ClusterFreshness {
  cluster: string;
  title?: string;
  production: boolean;
  state: ClusterState;
  /** Why the last sweep failed, or why a kind of workload is missing in it. */
  reason?: ReasonCode;
  /** ISO time of the last complete sweep. */
  lastSuccessAt?: string;
  /** ISO time since when it does not answer. */
  failingSince?: string;
  /** Workloads of this entity in the cluster. */
  workloads: number;
}

/** What is known of a cluster's connection. */
export type ClusterState =
  | 'scanned'
  | 'neverScanned'
  | 'unreachable'
  | 'needsUserCredentials'
  | 'gone';

/** What fixing one control on every workload of the entity changes. */
export interface FixEffect {
  scoreFrom: number | null;
  scoreTo: number | null;
  gradeFrom: Grade | null;
  gradeTo: Grade | null;
  /** Open findings of this severity before the fix. */
  severityOpen: number;
  /** How many of them it ends. */
  severityFewer: number;
}

/** One thing to fix, with what it brings. */
export interface FixFirstItem {
  control: string;
  severity: Severity;
  title: string;
  why: string;
  fix: string;
  /** Workloads that break the control. */
  workloads: ResourceView[];
  workloadsTotal: number;
  /** The first place, in words: container and field. */
  place?: { container?: string; path: string; message: string };
  /** Controls whose findings end with it. */
  alsoEnds: string[];
  effect: FixEffect;
  /** Key of the first finding. */
  findingKey: string;
  /** One per workload, the first three. */
  patches: ResourcePatchView[];
}

/** How an entity is joined to workloads, and where that finds nothing. */
export interface MappingView {
  /** True where an annotation asks for workloads. */
  annotated: boolean;
  /** The effective query, as the kubernetes plugin would put it. */
  query?: {
    labelSelector: string;
    /** Where the selector comes from. */
    from: 'label-selector' | 'kubernetes-id' | 'name';
    namespace?: string;
    /** Clusters that the entity may run in. */
    clusters: string[];
    /** What the service locator of the kubernetes plugin took them from: every cluster of the portal, the annotation that names one, or what the entity depends on. */
    clustersFrom: 'all' | 'annotation' | 'relation';
  };
  /** A selector that cannot be read, said in a sentence. */
  problem?: string;
  /** How many workloads each step of the query leaves. */
  steps: { step: 'clusters' | 'namespace' | 'selector'; found: number }[];
  /** Workloads that bear the entity's name and belong to no entity. */
  candidates: ResourceView[];
  /** What to add to `catalog-info.yaml`, as YAML: annotations, and a dependency where the clusters are taken from those. */
  snippet?: string;
}

/** The posture of one entity: all that its card and the top of its tab show, in one answer. */
export interface EntityPosture {
  entityRef: string;
  state: PostureState;
  readiness: Readiness;
  reasons: ReadinessReason[];
  /** `production`: some cluster of the portal is marked production, and readiness counts only what runs in such; `all`: it counts every cluster. */
  scopeOfReadiness: 'production' | 'all';
  /** With exempted findings taken as passes: what gates go by. */
  score: ScoreView;
  /** With exempted findings counted like any other. */
  raw: ScoreView;
  controls: ControlCounts;
  /** Over all clusters, whatever readiness counts; exempted ones left out. */
  open: SeverityCounts;
  /** Failing findings that an approved exemption covers. */
  exempted: SeverityCounts;
  /** Asked for on its behalf, and not over. */
  exemptions: ExemptionCounts;
  workloads: number;
  /** How the score moved of late; absent where no day of it is known. */
  recent?: RecentScore;
  fixFirst: FixFirstItem[];
  /** Points, to one decimal, that fixing each failing control alone brings; one that only follows from others brings none of its own. */
  gains: { control: string; points: number }[];
  /** The first findings, failing and not evaluated, gravest first. */
  findings: FindingsResponse;
  clusters: ClusterFreshness[];
  mapping: MappingView;
  /** A scan of its clusters that runs or waits now. */
  scan?: ScanView;
  profile: string;
  library: string;
}
