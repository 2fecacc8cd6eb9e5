import type { Severity } from 'security-posture-engine';
import { ClosedBecause, ResourceView } from './findings';
import { FindingRow } from './explorer';
import { BlockingCounts, ScoreView, SeverityCounts } from './posture';

/**
 * How much is still known of a past time. `full`: findings and workloads too, within the days of
 * `securityPosture.retention.detailDays`; `counts`: scores and counts of days only.
 */
export type PastDetail = 'full' | 'counts';

/** Scores and counts as they were at the end of a day. */
export interface PastScore {
  /** The UTC day since whose end they were so: `2026-11-23`. */
  day: string;
  profile: string;
  library: string;
  /** Exempted findings taken as passes. */
  score: ScoreView;
  /** Exempted findings counted. */
  raw: ScoreView;
  /** Exempted ones left out. */
  open: SeverityCounts;
  exempted: SeverityCounts;
  blocking: BlockingCounts;
  workloads: number;
}

/** The score of one entity of a group, system or domain at the end of a day. */
export interface PastMemberScore {
  entityRef: string;
  day: string;
  score: ScoreView;
  open: SeverityCounts;
}

/** Entities of a group, system or domain at the end of a day, as far as the caller may see them. They are those that belong to it now. */
export interface PastMembers {
  total: number;
  /** The lowest score; null where none has one. */
  lowest: number | null;
  /** The score that one in ten members with a score does not exceed; null where none has one. */
  p10: number | null;
  open: SeverityCounts;
  /** Lowest score first; at most 200. */
  items: PastMemberScore[];
}

/** How things were at a time. */
export interface PastPosture {
  /** ISO time. */
  at: string;
  detail: PastDetail;
  /** Of an entity or a cluster; null where nothing is known of it yet. Of the end of its day, whatever the hour. */
  score: PastScore | null;
  /** Of a group, system or domain. */
  members?: PastMembers;
  /** Findings that were open, gravest first. Only where `detail` is `full`. */
  findings?: PastFindings;
  /** Of a group, system, domain or cluster: true where the catalog shows the caller less than everything. */
  partial: boolean;
}

/** A page of findings that were open at a time. */
export interface PastFindings {
  items: FindingRow[];
  /** Over all pages. */
  total: number;
  nextCursor?: string;
}

/** Why a finding is there at the later of two times and not at the earlier, or the other way round. */
export type FindingChangeReason =
  | ClosedBecause
  | 'opened'
  | 'workloadNew'
  | 'workloadGone';

/** What became of one finding between two times. */
export interface FindingChange {
  change: 'opened' | 'closed' | 'changed';
  because: FindingChangeReason;
  /** ISO time. */
  at: string;
  /** As it was last seen. */
  finding: FindingRow;
  /** As it was before its evidence changed. */
  before?: FindingRow;
}

/** A page of what became of findings, gravest first. What opened and closed in between is not there. */
export interface FindingChanges {
  items: FindingChange[];
  /** Over all pages. */
  counts: Record<FindingChange['change'], number>;
  nextCursor?: string;
}

/** Workloads that are there at one of two times only; at most 100, of so many in all. */
export interface WorkloadChanges {
  items: ResourceView[];
  total: number;
}

/** What changed between two times, and why. */
export interface ChangesResponse {
  /** ISO times. */
  from: string;
  to: string;
  /** That of the earlier time. */
  detail: PastDetail;
  /** Of an entity or a cluster; null where nothing was known of it yet. */
  scoreFrom: PastScore | null;
  scoreTo: PastScore | null;
  /** Of a group, system or domain. */
  membersFrom?: PastMembers;
  membersTo?: PastMembers;
  /** Only where `detail` is `full`, and so are all that follow. */
  findings?: FindingChanges;
  workloadsNew?: WorkloadChanges;
  workloadsGone?: WorkloadChanges;
  /** What happened to clusters, library, profiles, exemptions and images, oldest first; at most 200. */
  events?: HistoryEvent[];
  partial: boolean;
}

/** Something that happened. */
export interface HistoryEvent {
  /** ISO time. */
  at: string;
  /**
   * findingOpened, findingChanged, findingClosed, workloadNew, workloadGone, libraryChanged, profileChanged,
   * clusterUnreachable, clusterAnswers, clusterScannedInPart, clusterScannedWhole, clusterGone, clusterReturned, productionChanged, imageChanged, or a step of an
   * exemption such as exemptionApproved.
   */
  what: string;
  /** Of a finding that closed. */
  because?: ClosedBecause;
  cluster?: string;
  /** A finding that failed, or that could not be judged. */
  finding?: {
    key: string;
    control: string;
    /** What failed; of what could not be judged, what is asked for. */
    title: string;
    severity: Severity;
    outcome: 'fail' | 'notEvaluated';
  };
  resource?: ResourceView;
  /** What it is about: the profile, the exemption. */
  ref?: string;
  from?: string;
  to?: string;
}

/** A page of what happened, newest first. */
export interface HistoryResponse {
  items: HistoryEvent[];
  /** ISO time: nothing before it is told. */
  since: string;
  nextCursor?: string;
}

/** A time to look back to: an ISO time, or a date, which means the end of that day in UTC. One in the future means now. */
export type PastTime = string;

/** Which time to look back to. */
export interface PastQuery {
  /** Now by default. */
  at?: PastTime;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** Which two times to compare. */
export interface ChangesQuery {
  from: PastTime;
  /** Now by default. */
  to?: PastTime;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** How far to look back. */
export interface HistoryQuery {
  /** 30 by default. */
  days?: number;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}
