import type { ReasonCode, Severity } from 'security-posture-engine';
import { CoverageResponse } from './coverage';
import { SummaryResponse } from './organisation';
import {
  BlockingCounts,
  ClusterState,
  PostureState,
  SeverityCounts,
} from './posture';
import { TrendPoint } from './trends';

/** Of what to answer with an overview. */
export interface OverviewQuery {
  /** Ref of a group: only entities that it, or a group below it, owns. */
  owner?: string;
}

/**
 * What is known of an entity: why it has no posture, or how much its posture rests on. `stale`: nothing fresh is known of
 * a cluster that counts. `lowCoverage`: nothing blocks, and too little was judged for it to be ready. `judged`: neither.
 */
export type EvidenceState = PostureState | 'stale' | 'lowCoverage';

/** An entity that is named as an example. */
export interface NamedEntity {
  entityRef: string;
  title?: string;
}

/** Entities, of which the first by ref are named. */
export interface NamedEntities {
  total: number;
  /** At most four. */
  items: NamedEntity[];
}

/** What the fix of one control everywhere would change. */
export interface OverviewFix {
  control: string;
  /** What the control says where it fails. */
  title: string;
  /** The gravest with which it blocks. */
  severity: Severity;
  /** Entities that are ready once this control and those before it in the list are fixed, and were not before. */
  makesReady: NamedEntities;
  /** Entities that are ready before this fix, with all fixes before it in the list, and after it. */
  readyBefore: number;
  readyAfter: number;
  /** Open fails of it, and the entities and owners that have them; of entities that are not ready. */
  failing: { findings: number; entities: number; owners: number };
}

/** Findings of entities that opened and closed in one week. */
export interface OverviewWeek {
  /** The Monday (UTC) that it begins with: `2026-11-16`. */
  from: string;
  /** Failing findings that opened, but for those of the first scan of a cluster: it found what had been there before. */
  opened: number;
  /** Failing findings that closed, by a fix or because what they were about is gone. */
  fixed: number;
}

/** A team with those of the entities in view that it owns itself. */
export interface OverviewTeam {
  ref: string;
  title?: string;
  entities: SummaryResponse['entities'];
  /** The member with the lowest score; absent where none has one. */
  lowest?: NamedEntity & { score: number };
  /** Exempted ones left out. */
  open: SeverityCounts;
}

/** A cluster of which nothing, or nothing fresh, is known, and the entities that are in the dark with it. */
export interface SilentCluster {
  cluster: string;
  title?: string;
  state: ClusterState;
  reason?: ReasonCode;
  /** ISO time of the last complete sweep. */
  lastSuccessAt?: string;
  entities: NamedEntities;
}

/** Entities of which nothing, or too little, is known. */
export interface UnseenEntities extends NamedEntities {
  evidence: Exclude<EvidenceState, 'judged'>;
  /** Of the first one, 0 to 1; with `lowCoverage`. */
  coverage?: number;
}

/** What was not looked at. */
export interface NotLookedAt {
  /** Absent without the permission to read clusters. */
  clusters?: SilentCluster[];
  entities: UnseenEntities[];
  /** Workloads that belong to no entity; absent where the caller may not list them, or sees less than everything. */
  unownedWorkloads?: number;
  /** Least coverage that readiness asks for, 0 to 1. */
  requiredCoverage: number;
}

/** The organisation, or what one group owns, on one page: over what the caller may see. */
export interface OverviewResponse
  extends Pick<SummaryResponse, 'entities' | 'open' | 'exempted'> {
  /** Full ref of the group that was asked for. */
  owner?: string;
  /** Version of the control library that judges. */
  library: string;
  blocking: BlockingCounts;
  /** ISO time since when the oldest critical finding is open; exempted ones left out. */
  oldestCriticalSince?: string;
  workloads: CoverageResponse['workloads'];
  clusters: SummaryResponse['clusters'] & {
    /** ISO time of the oldest last complete sweep of those that answer. */
    lastSuccessAt?: string;
  };
  /** The last 90 days, as far as they are known. */
  trend: TrendPoint[];
  /** The last twelve weeks, this one among them. */
  weeks: OverviewWeek[];
  /** At most three. */
  fixes: OverviewFix[];
  /** The least share ready first; at most six. */
  teams: { total: number; items: OverviewTeam[] };
  notLookedAt: NotLookedAt;
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}
