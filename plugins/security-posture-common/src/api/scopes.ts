import { Grade, Readiness, SeverityCounts } from './posture';

/** What holds entities: groups own them, systems and domains have them as parts. */
export type ScopeKind = 'group' | 'system' | 'domain';

/** Entities of a scope by what the production gate answers. `noPosture` are those of which nothing was judged. */
export type MemberCounts = Record<Readiness | 'noPosture', number> & {
  total: number;
};

/** The member of a scope with the lowest score. */
export interface LowestMember {
  entityRef: string;
  title?: string;
  /** 0 to 100, exempted findings taken as passes. */
  effective: number;
  grade: Grade;
  /** True where no cluster that it may run in was scanned within the freshness limit. */
  stale: boolean;
}

/** How a number of a scope differs from that of 30 days ago. */
export interface ScopeChange {
  /** Points, or members; negative where it fell. */
  by: number;
  /** What is another since then, so that the two numbers are not of one measure. */
  steps: ('library' | 'profile')[];
}

/**
 * One group, system or domain, summed up over all entities in it and below it that the caller may see.
 * Scores are not averaged: the lowest counts, and the 10th percentile.
 */
export interface ScopeRow {
  ref: string;
  title?: string;
  /** The group above a group, the domain that a system or domain is part of; where the caller may see it. */
  parent?: string;
  members: MemberCounts;
  /** Absent where no member has a score. */
  lowest?: LowestMember;
  /** The score that one in ten members with a score does not exceed; null where none has one. */
  p10: number | null;
  /** Exempted ones left out. */
  open: SeverityCounts;
  exempted: SeverityCounts;
  /** ISO time since when the oldest critical finding is open, exempted or not. */
  oldestCriticalSince?: string;
  /** The member that this finding is on. */
  oldestCriticalOn?: { entityRef: string; title?: string };
  /** Of the lowest score. Null where there is nothing to compare. */
  change30d: ScopeChange | null;
  /** Of how many members are ready. Null where nothing is noted to compare with: readiness of the past is noted for all members together. */
  ready30d: ScopeChange | null;
  /** 0 to 1, of the members' workloads; null where there was nothing to judge. */
  coverage: number | null;
}

/**
 * Orders of lists of scopes. `worst`: the least share ready first, then the most open critical findings. `change` and
 * `readyChange`: what fell most first. `critical`, `high` and `exempted`: the most first; `lowest` and `p10`: the lowest first.
 */
export type ScopeOrder =
  | 'worst'
  | 'name'
  | 'critical'
  | 'high'
  | 'lowest'
  | 'p10'
  | 'change'
  | 'readyChange'
  | 'exempted'
  | 'members';

/** A page of groups, systems or domains that hold at least one entity. */
export interface ScopesResponse {
  items: ScopeRow[];
  /** Over all pages, of what the caller may see. */
  total: number;
  nextCursor?: string;
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}
