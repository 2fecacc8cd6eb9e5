import type {
  Category,
  FrameworkId,
  ReasonCode,
  Severity,
} from 'security-posture-engine';
import { ResourceView } from './findings';

/** A finding as lists over many show it; `GET findings/{key}` has the rest. */
export interface FindingRow {
  /** Stable: the same control on the same object keeps it. */
  key: string;
  control: string;
  /** The failing sentence for `fail`, else the requirement. */
  title: string;
  severity: Severity;
  category: Category;
  outcome: 'fail' | 'notEvaluated';
  reason?: ReasonCode;
  resource: ResourceView;
  /** The first place that breaks the control. */
  place?: { container?: string; path: string; message: string };
  /** Number of places. */
  places: number;
  /** Id of the control that causes this one. */
  consequenceOf?: string;
  /** ISO times. */
  openedAt: string;
  staleSince?: string;
}

/** An open finding with those whom it concerns. */
export interface ExplorerRow extends FindingRow {
  /** Entities that have it, as far as the caller may see them. */
  entities: string[];
  /** True where an approved exemption covers it. */
  exempted: boolean;
}

/** Orders of the findings explorer. */
export type ExplorerOrder = 'severity' | 'newest' | 'oldest' | 'control';

/** Which open findings to choose. What is absent chooses all; names are those of the query. */
export interface FindingsFilter {
  outcomes?: ('fail' | 'notEvaluated')[];
  severities?: Severity[];
  controls?: string[];
  categories?: Category[];
  framework?: FrameworkId;
  clusters?: string[];
  /** True: only in clusters that are marked production. False: only in others. */
  production?: boolean;
  namespaces?: string[];
  /** Full ref of an entity. */
  entity?: string;
  /** Full ref of a group: entities that it, or a group below it, owns. */
  owner?: string;
  /** Full ref of a system or domain. */
  system?: string;
  exempted?: boolean;
  stale?: boolean;
  /** Open since this time or later: an ISO time, or a date, which means its beginning in UTC. */
  since?: string;
  /** Part of the name or namespace of what it is on, or of the control's title or id. */
  search?: string;
}

/** Which findings to answer with, and in which order. */
export interface ExplorerQuery extends FindingsFilter {
  order?: ExplorerOrder;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** A page of open findings over all that the caller may see. */
export interface ExplorerResponse {
  items: ExplorerRow[];
  /** Over all pages, of what the caller may see. */
  total: number;
  nextCursor?: string;
  /** True where the caller may see less than everything. Never says how much. */
  partial: boolean;
}
