import {
  LowestMember,
  MemberCounts,
  ScopeChange,
  ScopeKind,
  ScopeOrder,
  SeverityCounts,
  TrendMembers,
  TrendScope,
} from 'backstage-plugin-security-posture-common';
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

/** A group, system or domain, summed up over its members that a caller may see. */
export interface ScopeSum {
  readonly ref: string;
  readonly title?: string;
  readonly parent?: string;
  readonly members: MemberCounts;
  readonly lowest?: LowestMember;
  readonly p10: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  /** Epoch milliseconds. */
  readonly oldestCritical?: number;
  readonly change: ScopeChange | null;
  readonly coverage: number | null;
}

/** A page of scopes. */
export interface ScopePage {
  readonly items: readonly ScopeSum[];
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
  /** True where there is such a group, system or domain with at least one entity that the caller may see. */
  hasScope(
    type: ScopeKind,
    ref: string,
    visibility: Visibility,
  ): Promise<boolean>;
  readTrend(query: TrendQuery, visibility: Visibility): Promise<Trend>;
}
