import type { Severity } from 'security-posture-engine';
import { ScopeKind, ScopeOrder, ScopeRow } from './scopes';
import { TrendPoint } from './trends';

/** Which groups, systems or domains a page of the board shows. */
export interface HierarchyQuery {
  type: ScopeKind;
  /** `critical` by default; within a group or domain for what is below it. */
  order?: ScopeOrder;
  /** Part of a name or title: what matches is listed without its hierarchy. */
  search?: string;
  /** Refs: only what is directly below these, for a hierarchy that was not answered whole. */
  parents?: string[];
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** A group, system or domain at its place in the hierarchy. */
export interface HierarchyRow extends ScopeRow {
  /** How many there are above it in this list. */
  level: number;
  /** How many are directly below it. */
  below: number;
}

/** A group, system or domain that is the nearest of its kind to an entity with a critical finding open. */
export interface ScopeWithCritical {
  ref: string;
  title?: string;
  /** The member whose critical finding is the oldest. */
  entityRef: string;
  entityTitle?: string;
  /** ISO time since when that finding is open. */
  since: string;
}

/** What is to be said first of all groups, systems or domains that the caller may see. */
export interface HierarchyVerdict {
  /** Those that are the nearest of their kind to an entity: its group, its system, the domain of its system. */
  scopes: number;
  /** Of these, those with an open critical finding. */
  withCritical: number;
  /** Open critical findings; exempted ones left out. */
  critical: number;
  /** Entities in any of them. */
  entities: number;
  /** Of these, those with a posture. */
  judged: number;
  /** At most three, whose critical findings are the oldest, oldest first. */
  oldest: ScopeWithCritical[];
}

/** Groups, systems or domains along their hierarchy. */
export interface HierarchyResponse {
  /** Absent where only a part of the hierarchy was asked for. */
  verdict?: HierarchyVerdict;
  /** In the order of the hierarchy, each before what is below it. */
  items: HierarchyRow[];
  /** True where what is below each row is in the answer, too. Else it is to be asked for with `parents`. */
  whole: boolean;
  /** Of rows over all pages: where the hierarchy is not whole, of those at its top. */
  total: number;
  nextCursor?: string;
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}

/** Which part of a matrix of groups, systems or domains by control to answer with. */
export interface ScopeMatrixQuery {
  type: ScopeKind;
  /** Critical and high by default. */
  severities?: Severity[];
  order?: ScopeOrder;
  /** Part of a name or title. */
  search?: string;
  cursor?: string;
  /** Rows; at most 200, 50 by default. */
  limit?: number;
}

/** A control that any entity in view fails, or that could not be judged on it. */
export interface ScopeMatrixColumn {
  control: string;
  /** What it says where it fails. */
  title: string;
  /** In the profile that scores are computed over. */
  severity: Severity;
}

/** The members of a scope by how they meet a control. */
export interface ScopeMatrixCell {
  /** Members that fail it, exempted fails left out. */
  failing: number;
  /** Members on which it was judged wherever it applies; the failing ones among them. */
  judged: number;
  /** Members with a posture on which it could not be judged. */
  notEvaluated: number;
  /** Of the failing ones, those of which nothing fresh is known. */
  stale: number;
  /** Members on which every fail of it is exempted. */
  exempted: number;
}

/** A group, system or domain, by control. */
export interface ScopeMatrixRow {
  ref: string;
  title?: string;
  /** How many there are above it in the hierarchy. */
  level: number;
  /** Members. */
  total: number;
  /** Of these, those with a posture. */
  judged: number;
  /** One for each column, in their order. */
  cells: ScopeMatrixCell[];
}

/** Groups, systems or domains by control. */
export interface ScopeMatrixResponse {
  /** Gravest first, then those that most fail; at most 10. */
  columns: ScopeMatrixColumn[];
  /** Controls of these severities that would be columns too, if there were room. */
  moreColumns: number;
  /** In the order of the hierarchy, each before what is below it. */
  rows: ScopeMatrixRow[];
  /** Rows over all pages. */
  total: number;
  nextCursor?: string;
  partial: boolean;
}

/** The roll-up of one group, system or domain. */
export interface ScopeDetails {
  scope: ScopeRow;
  /** Version of the control library that judges. */
  library: string;
  /** How it stood at the end of each of the last 90 days that are known. */
  trend: TrendPoint[];
  partial: boolean;
}
