import {
  HierarchyVerdict,
  LowestMember,
  MemberCounts,
  ScopeChange,
  ScopeKind,
  ScopeMatrixCell,
  ScopeOrder,
  SeverityCounts,
  TrendMembers,
  TrendScope,
} from 'backstage-plugin-security-posture-common';
import { Severity } from 'security-posture-engine';
import { ReadinessTerms } from './operations/readinessSql';
import { Visibility } from './operations/visibleRefs';

/** Which groups, systems or domains to read, and in which order. */
export interface ScopesFilter {
  readonly type: ScopeKind;
  /** Part of a name or title, in any case. */
  readonly search?: string;
  /** A full ref: only those directly below it. `none`: only those without a parent that the caller may see. */
  readonly parent?: string;
  readonly order: ScopeOrder;
  readonly offset: number;
  readonly limit: number;
}

/** The critical finding of a scope that is open the longest, exempted or not. */
export interface OldestCritical {
  /** Epoch milliseconds. */
  readonly since: number;
  /** The member that it is on; of several the first by ref. */
  readonly entityRef: string;
  readonly entityTitle?: string;
}

/** A group, system or domain, summed up over its members that a caller may see. */
export interface ScopeSum {
  readonly ref: string;
  readonly title?: string;
  readonly parent?: string;
  readonly members: MemberCounts;
  readonly lowest?: Omit<LowestMember, 'grade'>;
  readonly p10: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly oldestCritical?: OldestCritical;
  /** Of the lowest score. */
  readonly change: ScopeChange | null;
  /** Of the members that are ready. */
  readonly readyChange: ScopeChange | null;
  readonly coverage: number | null;
}

/** A page of scopes. */
export interface ScopePage {
  readonly items: readonly ScopeSum[];
  readonly total: number;
  readonly partial: boolean;
}

/** Which part of the hierarchy of groups or domains to read; systems have none among themselves. */
export interface HierarchyFilter
  extends Omit<ScopesFilter, 'parent' | 'offset'> {
  /** Full refs: only what is directly below these. */
  readonly parents?: readonly string[];
  /** Scopes to leave out at the start. */
  readonly offset: number;
  /** As long as there are no more scopes than this, the hierarchy is read whole, whatever `limit` says; 0 reads it in pages. */
  readonly whole: number;
}

/** A scope at its place in a hierarchy. */
export interface PlacedScope {
  readonly ref: string;
  /** How many there are above it. */
  readonly level: number;
  /** How many are directly below it. */
  readonly below: number;
}

/** A part of a hierarchy, each scope before what is below it. */
export interface HierarchyPage {
  readonly items: readonly (ScopeSum & PlacedScope)[];
  readonly whole: boolean;
  readonly total: number;
  readonly partial: boolean;
}

/** What is to be said first of the scopes of a type; times are epoch milliseconds. */
export type VerdictSum = Omit<HierarchyVerdict, 'oldest'> & {
  readonly oldest: readonly (OldestCritical &
    Pick<ScopeSum, 'ref' | 'title'>)[];
};

/** Entities by how they meet a control; on the rest of those with a posture it could not be judged. */
export interface ControlCounts {
  readonly failing: number;
  /** Of the failing ones, those of which nothing fresh is known. */
  readonly stale: number;
  /** All of whose fails are exempted. */
  readonly exempted: number;
  /** On which it was judged wherever it applies and fails nowhere, exempted fails taken as passes. */
  readonly passing: number;
}

/** How some entities meet controls. */
export interface ControlSum {
  /** Those with a posture. */
  readonly members: number;
  of(control: string): ControlCounts;
}

/** How the entities that a caller may see meet controls. */
export interface ControlSums {
  /** Those in any scope of a type, each once. */
  readonly everybody: ControlSum;
  /** By scope, hidden ones among them: only for scopes that the caller may know of. */
  readonly byScope: ReadonlyMap<string, ControlSum>;
}

/** Which part of a matrix of scopes by control to read. */
export interface MatrixFilter
  extends Pick<ScopesFilter, 'type' | 'search' | 'order' | 'offset' | 'limit'> {
  /** The controls that may be columns, with their severities. */
  readonly controls: ReadonlyMap<string, Severity>;
  /** The most columns there may be. */
  readonly columns: number;
}

/** Members of a scope, by how they meet a control. */
export type MatrixCounts = Readonly<Record<keyof ScopeMatrixCell, number>>;

/** Scopes by control. */
export interface ScopeMatrix {
  /** Ids of the controls. */
  readonly columns: readonly string[];
  readonly moreColumns: number;
  readonly rows: readonly (Pick<ScopeSum, 'ref' | 'title'> &
    Pick<PlacedScope, 'level'> & {
      readonly total: number;
      readonly judged: number;
      readonly cells: readonly MatrixCounts[];
    })[];
  readonly total: number;
  readonly partial: boolean;
}

/** What is noted of a day beside scores. Kept as JSON. */
export interface ScopeDayCounts {
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly members: TrendMembers;
}

/** A day on which something differed from the day before. */
export interface TrendDay {
  readonly day: string;
  readonly raw: number | null;
  readonly effective: number | null;
  readonly coverage: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly members?: TrendMembers;
  readonly library: string;
  readonly profile: string;
}

/** Of what, and of which days (UTC), to read a trend. */
export interface TrendQuery {
  readonly scope: TrendScope;
  /** Of the organisation its own name. */
  readonly ref: string;
  readonly from: string;
  readonly to: string;
}

/** Days that differ, in order, with the newest one before the first asked for, as far as there is one. */
export interface Trend {
  readonly days: readonly TrendDay[];
  readonly partial: boolean;
}

/** Reads groups, systems and domains from the roll-ups of their entities, over what a caller may see. */
export interface ScopeReader {
  /** Refs and kinds of all groups, systems and domains. */
  listScopeRefs(): Promise<
    readonly { readonly entityRef: string; readonly kind: string }[]
  >;
  listScopes(
    filter: ScopesFilter,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<ScopePage>;
  /** The scopes of a type along their hierarchy. */
  readHierarchy(
    filter: HierarchyFilter,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<HierarchyPage>;
  /** What is to be said first of all scopes of a type. */
  readVerdict(
    type: ScopeKind,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<VerdictSum>;
  /** How the members of all scopes of a type meet these controls. */
  countControls(
    type: ScopeKind,
    controls: ReadonlySet<string>,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<ControlSums>;
  /** How many members of scopes fail which controls, as they were counted for the same type and sight. */
  readMatrix(
    filter: MatrixFilter,
    sums: ControlSums,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<ScopeMatrix>;
  /** One scope; undefined where there is none with an entity that the caller may see. */
  readScope(
    type: ScopeKind,
    ref: string,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<ScopeSum | undefined>;
  /** True where there is such a group, system or domain with at least one entity that the caller may see. */
  hasScope(
    type: ScopeKind,
    ref: string,
    visibility: Visibility,
  ): Promise<boolean>;
  readTrend(query: TrendQuery, visibility: Visibility): Promise<Trend>;
}
