import {
  ExportedExemption,
  TrendScope,
} from 'backstage-plugin-security-posture-common';
import { ExplorerFilter } from './FindingsExplorer';
import { Visibility } from './operations/visibleRefs';
import { FindingRecord } from './records';

/** Whose findings to export, and as of when. */
export interface ExportScope {
  readonly type: TrendScope;
  /** A full ref or the name of a cluster; nothing is read from that of the organisation. */
  readonly ref: string;
  readonly visibility: Visibility;
  /** True where the caller may see findings that belong to no entity. */
  readonly unowned: boolean;
  /** Epoch milliseconds; absent: as things are now. */
  readonly at?: number;
  /** Which of what is open now to keep; absent: all of it. Not for a time in the past. */
  readonly filter?: ExplorerFilter;
}

/**
 * What an export holds, as it was when it began: a sweep that is published meanwhile changes nothing of it.
 * It is all that is kept of an export in memory: a number for each finding, and the exemptions.
 */
export interface ExportSnapshot {
  /** Of episodes, by cluster, namespace, kind, name and control. */
  readonly ids: readonly number[];
  /** By id of the episode. */
  readonly exemptions: ReadonlyMap<number, ExportedExemption>;
}

/** A finding with whom it concerns, as far as the caller may see them. */
export interface ExportedRecord extends FindingRecord {
  readonly id: number;
  readonly entityRefs: readonly string[];
}

/** Reads what is exported, a page at a time. */
export interface ExportReader {
  /** `now` is in epoch milliseconds: exemptions that are over by then do not count. */
  takeSnapshot(scope: ExportScope, now: number): Promise<ExportSnapshot>;
  /** Findings of a snapshot in the order of these ids; what retention has deleted meanwhile is left out. */
  readFindings(
    scope: ExportScope,
    ids: readonly number[],
  ): Promise<readonly ExportedRecord[]>;
  /** When each cluster was last swept completely before a time, as far as that is still known. */
  listSweptAt(at: number): Promise<ReadonlyMap<string, number>>;
}
