import type {
  Category,
  FrameworkReferences,
  Outcome,
  ReasonCode,
  Severity,
  Violation,
} from 'security-posture-engine';
import type { FindingExemption } from './exemptions';

/** One time that a finding was open with the same evidence. */
export interface FindingEpisode {
  /** ISO times. */
  openedAt: string;
  closedAt?: string;
  closedBecause?: ClosedBecause;
  severity: Severity;
  outcome: 'fail' | 'notEvaluated';
  reason?: ReasonCode;
  staleSince?: string;
  /** Number of violations. */
  places: number;
}

/** One Kubernetes object in one cluster. */
export interface ResourceView {
  cluster: string;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  /** What people call it, where its name tells them nothing: of an image, the reference by which a workload asks for it. */
  title?: string;
}

/** A patch of the object that a finding is about. `patchForms` puts it into every form in which people apply one. */
export interface PatchView {
  /** True where the engine proved it: applied, the control passes and no other control newly fails. */
  proven: boolean;
  /** A strategic-merge patch as YAML: apiVersion, kind, metadata, and last the spec. */
  strategicMerge: string;
}

/** A patch that names its object. */
export interface ResourcePatchView extends PatchView {
  resource: ResourceView;
}

/** Objects that fix a finding once they are applied to the cluster, existing ones of the same name whole. */
export interface RemedyView {
  /** YAML documents, in the order in which to apply them. */
  manifests: string;
}

/** A control on a workload, or on another thing that it judges, with what breaks it. */
export interface FindingView {
  /** Stable: the same control on the same object keeps it. */
  key: string;
  control: string;
  /** The failing sentence for `fail`, else the requirement. */
  title: string;
  /** Why the control asks for it, and how to meet it; empty where the library no longer has the control. */
  why: string;
  fix: string;
  severity: Severity;
  category: Category;
  outcome: Outcome;
  reason?: ReasonCode;
  /** The reason as a sentence. */
  reasonText?: string;
  note?: string;
  resource: ResourceView;
  violations: Violation[];
  /** Id of the control that causes this one. */
  consequenceOf?: string;
  frameworks: FrameworkReferences;
  /** ISO time since when it is open. */
  openedAt: string;
  /** ISO time since when it could not be judged again. */
  staleSince?: string;
  /** ISO time since when it is closed, where it is. */
  closedAt?: string;
  closedBecause?: ClosedBecause;
  patch?: PatchView;
  remedy?: RemedyView;
  /** Full refs of the entities that have it, as far as the caller may see them, at most 20; only in the answer that is about this finding alone. */
  entities?: string[];
  /** Newest first, at most 50; only in the answer that is about this finding alone. */
  episodes?: FindingEpisode[];
  exemption?: FindingExemption;
}

/**
 * Why a finding is closed: the control passes, has nothing to judge any more, says something else of it,
 * or the workload is gone.
 */
export type ClosedBecause =
  | 'passed'
  | 'notApplicable'
  | 'changed'
  | 'subjectGone';

/** A page of findings. */
export interface FindingsResponse {
  items: FindingView[];
  /** How many there are over all pages. */
  total: number;
  /** How many of these are of severity info. */
  notes: number;
  nextCursor?: string;
}
