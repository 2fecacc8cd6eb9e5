import {
  BlockingCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { FindingRecord } from './records';
import { Visibility } from './operations/visibleRefs';

/**
 * Whose past is read. Of a group, system or domain it is that of the entities in it and below it now, as far as the
 * caller may see them; of a cluster all that is in it but what belongs only to entities that the caller may not see.
 */
export type PastScope =
  | { readonly type: 'entity'; readonly ref: string }
  | {
      readonly type: 'cluster' | 'group' | 'system' | 'domain';
      readonly ref: string;
      readonly visibility: Visibility;
    };

/** What a scope's score and counts were at the end of a day. Scores are 0 to 100, coverage 0 to 1. */
export interface PastPostureRecord {
  /** The UTC day since when they were so: `2026-11-23`. */
  readonly day: string;
  readonly profile: string;
  readonly library: string;
  readonly raw: number | null;
  readonly effective: number | null;
  readonly coverage: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  readonly subjects: number;
}

/** The posture of a member of a scope at the end of a day. */
export interface PastMember extends PastPostureRecord {
  readonly entityRef: string;
}

/** A page of what is read by offset. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Why a finding is in a scope at the later of two times and not at the earlier, or the other way round. */
export type FindingChangeReason =
  | 'opened'
  | 'workloadNew'
  | 'workloadGone'
  | 'passed'
  | 'notApplicable'
  | 'changed'
  | 'subjectGone';

/** What became of a finding between two times. `finding` is as it was last seen. */
export interface FindingChangeRecord {
  readonly change: 'opened' | 'closed' | 'changed';
  readonly because: FindingChangeReason;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly finding: FindingRecord;
  /** As it was before it changed. */
  readonly before?: FindingRecord;
}

/** How many findings opened, closed and changed between two times. */
export type FindingChangeCounts = Readonly<
  Record<FindingChangeRecord['change'], number>
>;

/** A workload that came or went. */
export interface WorkloadRecord {
  readonly cluster: string;
  readonly subject: FindingRecord['subject'];
}

/** Something that happened, newest first in lists. */
export interface EventRecord {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: string;
  readonly because?: string;
  readonly cluster?: string;
  /** The finding that opened, changed or closed. */
  readonly finding?: Pick<
    FindingRecord,
    'key' | 'control' | 'severity' | 'outcome'
  >;
  readonly subject?: FindingRecord['subject'];
  readonly ref?: string;
  readonly from?: string;
  readonly to?: string;
  /** Names the event among those of the same time. */
  readonly position: EventPosition;
}

/** Where an event stands: events are ordered by time, then by what they are, then by id. */
export interface EventPosition {
  readonly at: number;
  readonly rank: number;
  readonly id: number;
}

/** What happened on a day (UTC): some of it, and how much in all. */
export interface DayEvents {
  readonly day: string;
  readonly events: readonly EventRecord[];
  readonly total: number;
}

/** One time that a finding was open with the same evidence. */
export interface EpisodeRecord extends FindingRecord {
  /** Epoch milliseconds; `openSince` is that of the first of unbroken episodes. */
  readonly openedAt: number;
}

/** Two times, in epoch milliseconds. What is at `from` is left out, what is at `to` is in. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Reads how things were, and what changed. Nothing that a sweep has not published is seen. */
export interface HistoryReader {
  /** What the score and counts of an entity or a cluster were at the end of a day; undefined where nothing is known of it yet. */
  readDay(
    scope: PastScope,
    day: string,
  ): Promise<PastPostureRecord | undefined>;
  /** What the scores of the members of a scope were at the end of a day, lowest first, those without one last. */
  listMembers(scope: PastScope, day: string): Promise<readonly PastMember[]>;
  /** Findings that were open at a time, gravest first. */
  listFindingsAt(
    scope: PastScope,
    at: number,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<PageOf<FindingRecord>>;
  /** What became of findings between two times, gravest first. */
  listFindingChanges(
    scope: PastScope,
    period: Period,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{
    readonly items: readonly FindingChangeRecord[];
    readonly counts: FindingChangeCounts;
  }>;
  /** Workloads that are in a scope at one of two times only; at most `limit` of each. */
  listWorkloadChanges(
    scope: PastScope,
    period: Period,
    limit: number,
  ): Promise<{
    readonly added: PageOf<WorkloadRecord>;
    readonly gone: PageOf<WorkloadRecord>;
  }>;
  /** What happened in a period, newest first, beginning after a position. */
  listEvents(
    scope: PastScope,
    period: Period,
    page: { readonly after?: EventPosition; readonly limit: number },
  ): Promise<readonly EventRecord[]>;
  /** What happened on the days of a period, `ofEachSort` events of each sort and day at most, findings by their severity. */
  listDayEvents(
    scope: PastScope,
    period: Period,
    ofEachSort: number,
  ): Promise<readonly DayEvents[]>;
  /** What happened to clusters, library, profiles, exemptions and images in a period, oldest first. */
  listChanges(
    scope: PastScope,
    period: Period,
    limit: number,
  ): Promise<readonly EventRecord[]>;
  /** True where a caller sees less than all entities. */
  isPartial(visibility: Visibility): Promise<boolean>;
  /** The published episodes of a finding, newest first. */
  listEpisodes(key: string, limit: number): Promise<readonly EpisodeRecord[]>;
}
