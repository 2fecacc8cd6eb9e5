import type {
  Category,
  FrameworkReferences,
  ReasonCode,
  Severity,
  Violation,
} from 'security-posture-engine';
import type { ExemptionCategory } from './exemptions';
import type { FindingsFilter } from './explorer';
import { ResourceView } from './findings';
import { ClusterState, Readiness, ScoreView, SeverityCounts } from './posture';
import { TrendScope } from './trends';

/**
 * What an export can be: a table, our own JSON, SARIF 2.1.0, YAML documents of the kinds PolicyReport and
 * ClusterPolicyReport, OSCAL assessment results, or a page to print.
 */
export const EXPORT_FORMATS = [
  'csv',
  'json',
  'sarif',
  'policyreport',
  'oscal',
  'html',
] as const;
/** A format of an export. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Of what to export, and as what. A filter goes with the organisation as it is now. */
export interface ExportQuery extends FindingsFilter {
  scope: TrendScope;
  /** A full ref, or the name of a cluster; absent for the organisation. */
  ref?: string;
  /** `json` by default. */
  format?: ExportFormat;
  /** A date such as `2026-11-23`: as things were at its end, in UTC. Now by default. */
  date?: string;
}

/** An export as it comes: `body` is read as the server sends it. */
export interface ExportAnswer {
  /** A name to store it under, without any character that a file system minds. */
  fileName: string;
  contentType: string;
  body: ReadableStream<Uint8Array>;
}

/** Why a failing finding may stay for a while. Times are ISO times. */
export interface ExportedExemption {
  id: string;
  /** Refs of users; `annotation` where a workload asks by itself. */
  requestedBy: string;
  decidedBy?: string;
  decidedAt?: string;
  expiresAt: string;
  /** These two only where the caller may see on whose behalf it was asked for. */
  category?: ExemptionCategory;
  reason?: string;
}

/** A finding that is open, or was open at the time of the export. */
export interface ExportedFinding {
  /** Stable: the same control on the same object keeps it. */
  key: string;
  control: string;
  /** The failing sentence for `fail`, else the requirement. */
  title: string;
  severity: Severity;
  category: Category;
  outcome: 'fail' | 'notEvaluated';
  reason?: ReasonCode;
  /** The reason as a sentence. */
  reasonText?: string;
  resource: ResourceView;
  violations: Violation[];
  /** Id of the control that causes this one. */
  consequenceOf?: string;
  frameworks: FrameworkReferences;
  /** ISO times. */
  openedAt: string;
  staleSince?: string;
  /** Entities that have it, as far as the caller may see them. */
  entities: string[];
  exemption?: ExportedExemption;
}

/** A cluster that an export rests on. */
export interface ExportedCluster {
  cluster: string;
  /** As it is now; absent in an export of the past. */
  state?: ClusterState;
  /** ISO time of the last complete sweep before the time of the export; absent where none is known. */
  lastSuccessAt?: string;
}

/** A control that could not be judged on a whole cluster. */
export interface ExportedGap {
  cluster: string;
  control: string;
  /** What the control asks for. */
  title: string;
  reason: ReasonCode;
  reasonText: string;
  /** ISO time. */
  since: string;
}

/** What an export says before its findings. */
export interface ExportHeader {
  schema: 'posture.export/v1';
  scope: TrendScope;
  /** Absent for the organisation. */
  ref?: string;
  /** What chose the findings; everything else is of all. Absent where all are there. */
  filter?: FindingsFilter;
  /** ISO time that it is about. */
  at: string;
  /** ISO time at which it was made. */
  generatedAt: string;
  /** Version of the control library that judged. */
  library: string;
  /** The profile that the score is of; null where nothing was judged. */
  profile: string | null;
  /** `nothingJudged`: there is no judgement to report, which is no pass. */
  state: 'judged' | 'nothingJudged';
  /** Only of one entity, and only now. */
  readiness?: Readiness;
  /** Exempted findings taken as passes; of many entities the lowest. */
  score: ScoreView;
  /** Exempted findings counted; of many entities the lowest. */
  raw: ScoreView;
  /** Failing findings of the profile, exempted ones left out; null where nothing was judged. */
  open: SeverityCounts | null;
  exempted: SeverityCounts | null;
  /** Absent where the caller may not read clusters, but for the clusters of an entity. */
  clusters?: ExportedCluster[];
  /** What was not looked at; absent as `clusters` is. */
  gaps?: ExportedGap[];
  /** What a reader has to know before relying on it, in sentences. */
  notes: string[];
  /** True where the caller may see less than everything. Never says how much. */
  partial: boolean;
}

/** An export in our own JSON. */
export interface PostureExport extends ExportHeader {
  /** By cluster, namespace, kind, name and control. */
  findings: ExportedFinding[];
}
