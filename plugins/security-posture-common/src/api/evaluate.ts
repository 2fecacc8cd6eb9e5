import type {
  Outcome,
  ReasonCode,
  Severity,
  Violation,
} from 'security-posture-engine';
import {
  PostureState,
  Readiness,
  ReadinessReason,
  ScoreView,
  SeverityCounts,
} from './posture';

/** Objects that one request may have judged. */
export const MOST_MANIFESTS = 2_000;

/** Findings that one answer holds. */
export const MOST_EVALUATED_FINDINGS = 1_000;

/** Patches that one request may have tried. */
export const MOST_PROPOSED_PATCHES = 50;

/** Manifests to judge. Nothing of them is kept. */
export interface EvaluateRequest {
  /** As JSON: a Kubernetes object, a List, or an array of them; at most `MOST_MANIFESTS` objects. */
  manifests: string;
  /** `1.33`; the newest that the control library knows by default. */
  kubernetesVersion?: string;
  /** Full ref of the live entity to compare with. */
  entityRef?: string;
  /** Patches to try on workloads of the manifests, each by itself; at most `MOST_PROPOSED_PATCHES`. */
  patches?: ProposedPatch[];
}

/** A patch that somebody proposes for a workload of the manifests. */
export interface ProposedPatch {
  kind: string;
  namespace?: string;
  name: string;
  /** A strategic-merge patch as JSON. */
  patch: string;
}

/** What stands in manifests, or is named there. */
export interface ManifestResource {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** A control on one thing in the manifests. */
export interface EvaluatedFinding {
  control: string;
  /** The failing sentence for `fail`, else the requirement. */
  title: string;
  /** How to meet the control. */
  fix: string;
  severity: Severity;
  outcome: Extract<Outcome, 'fail' | 'notEvaluated'>;
  reason?: ReasonCode;
  /** The reason as a sentence. */
  reasonText?: string;
  note?: string;
  resource: ManifestResource;
  violations: Violation[];
  /** Id of the control that causes this one. */
  consequenceOf?: string;
  /** Beside the live entity: `new` has a violation that it does not have. Of failing findings above info, where an entity is named. */
  standing?: 'new' | 'alreadyFailing';
  /** True where an approved exemption of the live entity covers it. */
  exempted?: boolean;
}

/** A control that manifests do not show enough for, or that a person has to answer. */
export interface UnevaluatedControl {
  control: string;
  title: string;
  severity: Severity;
  reason: ReasonCode;
  /** The reason as a sentence. */
  reasonText: string;
  /** What the manifests lack. */
  note?: string;
}

/** A failing finding of the live entity that is over in the manifests. */
export interface FixedFinding {
  /** Of the live finding. */
  key: string;
  control: string;
  title: string;
  severity: Severity;
  cluster: string;
  resource: ManifestResource;
}

/** The manifests beside the live entity. */
export interface LiveComparison {
  /** In lower case, as the catalog compares refs. */
  entityRef: string;
  /** Whether there is anything to compare with: only `judged` says so. */
  state: PostureState;
  /** Failing findings above info with a violation that the live entity does not have, exempted ones left out. */
  new: number;
  /** Those that it has in whole, exempted ones left out. */
  alreadyFailing: number;
  exempted: number;
  /** Whose object is in the manifests, and passes now. */
  fixed: FixedFinding[];
}

/** What a proposed patch would do. */
export interface PatchVerdict {
  resource: ManifestResource;
  /**
   * `fixes`: it ends a failing finding and breaks nothing. `breaks`: a control would newly fail, or the API server would refuse the object.
   * `changesNothing`: no finding ends. `notApplicable`: it cannot be applied to the object.
   */
  verdict: 'fixes' | 'breaks' | 'changesNothing' | 'notApplicable';
  /** Ids of the controls that it ends. */
  fixes: string[];
  /** Ids of the controls that would newly fail. */
  breaks: string[];
  /** Why the API server would refuse the object. */
  refusals: string[];
  /** Why it cannot be applied. */
  problem?: string;
}

/** What was found in manifests. */
export interface EvaluateResponse {
  kubernetesVersion: string;
  /** Version of the control library. */
  library: string;
  /** Objects that were read, of every kind. */
  objects: number;
  workloads: number;
  /** Over all workloads as one scope, with exempted findings taken as passes. */
  score: ScoreView;
  /** As far as manifests can tell: by open critical and high findings, and by coverage. */
  readiness: Readiness;
  reasons: ReadinessReason[];
  /** Failing findings by severity, exempted ones left out. */
  open: SeverityCounts;
  /** The first `MOST_EVALUATED_FINDINGS` that fail or could not be judged, failing ones and then the gravest first. */
  findings: EvaluatedFinding[];
  /** How many there are. */
  findingsTotal: number;
  /** What could not be judged on anything. */
  notEvaluated: UnevaluatedControl[];
  comparison?: LiveComparison;
  /** In the order of the request. */
  patches?: PatchVerdict[];
}
