import { Severity } from 'security-posture-engine';
import { Visibility } from './operations/visibleRefs';
import { FindingRecord } from './records';

/** Which open findings to keep. Empty lists keep nothing; what is absent does not filter. */
export interface ExplorerFilter {
  readonly outcomes?: readonly FindingRecord['outcome'][];
  readonly severities?: readonly Severity[];
  readonly controls?: readonly string[];
  readonly clusters?: readonly string[];
  /** True: only in clusters that are marked production; false: only in others. */
  readonly production?: boolean;
  readonly namespaces?: readonly string[];
  /** Full ref of an entity that has the finding. */
  readonly entityRef?: string;
  /** Full refs of groups, systems or domains: entities in or below all of them. */
  readonly scopeRefs?: readonly string[];
  readonly exempted?: boolean;
  /** Open since this time or later; epoch milliseconds. */
  readonly since?: number;
  /** True: only what could not be judged again; false: only what was. */
  readonly stale?: boolean;
  /** Part of the name or the namespace of what it is on, in any case, or one of these controls. */
  readonly search?: {
    readonly text: string;
    readonly controls: readonly string[];
  };
}

/** Orders of the explorer. Findings that are alike in it are in the order of their ids. */
export type ExplorerOrder = 'severity' | 'newest' | 'oldest' | 'control';

/** Where a page ends: the last finding's place in the order. */
export interface ExplorerPosition {
  readonly value: number | string;
  readonly id: number;
}

/** Whose findings, which, and in which order. */
export interface ExplorerQuery {
  readonly visibility: Visibility;
  /** True where the caller may see findings that belong to no entity. */
  readonly unowned: boolean;
  readonly filter: ExplorerFilter;
  readonly order: ExplorerOrder;
  readonly after?: ExplorerPosition;
  readonly limit: number;
  /** Epoch milliseconds: exemptions that are over by then do not count. */
  readonly now: number;
}

/** An open finding with the entities that have it, as far as the caller may see them. */
export interface ExploredFinding extends FindingRecord {
  readonly entityRefs: readonly string[];
  /** True where an approved exemption covers it, for at least one of its entities that the caller may see. */
  readonly exempted: boolean;
}

/** Searches the open findings of all entities and clusters, as published. */
export interface FindingsExplorer {
  explore(query: ExplorerQuery): Promise<{
    readonly items: readonly ExploredFinding[];
    /** Over all pages. */
    readonly total: number;
    /** Where the next page begins; undefined on the last. */
    readonly next?: ExplorerPosition;
  }>;
}
