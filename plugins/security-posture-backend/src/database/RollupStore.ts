import { PostureState } from 'backstage-plugin-security-posture-common';
import { Severity } from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
  PosturePart,
} from './records';

/** Open fails of one control, those that are exempted apart. */
export interface FailingControl {
  readonly open: number;
  readonly exempted: number;
  /** The gravest severity with which it keeps an entity from being ready; absent where it does not, or only as the consequence of another control. */
  readonly blocks?: 'critical' | 'high';
}

/** The posture of an entity or a cluster as its parts add up now. What decays with time is left to readers. */
export interface PostureValues {
  readonly profile: string;
  readonly library: string;
  readonly state: PostureState;
  /** Workloads of an entity; of a cluster those that were swept. */
  readonly subjects: number;
  /** Of a cluster: workloads that belong to an entity. */
  readonly owned?: number;
  /** Scores, 0 to 100; null where nothing, or less than half, was judged. */
  readonly raw: number | null;
  readonly effective: number | null;
  /** 0 to 1. */
  readonly coverage: number | null;
  /** Coverage of what readiness counts. */
  readonly countedCoverage: number | null;
  /** Exempted ones left out. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly exempted: Readonly<Record<Severity, number>>;
  /** Open and counting for readiness. */
  readonly blocking: Readonly<Record<'critical' | 'high', number>>;
  /** The same with exempted ones. */
  readonly rawBlocking: Readonly<Record<'critical' | 'high', number>>;
  /** Epoch milliseconds: from then on an exemption that counts here is over. */
  readonly exemptedUntil?: number;
  readonly controls: Readonly<Record<string, number>>;
  readonly failing: Readonly<Record<string, FailingControl>>;
  /** Ids of the controls that were judged on all that they apply to and fail nowhere, exempted fails taken as passes. */
  readonly passing: readonly string[];
}

/** The posture of one scope. */
export interface ScopePosture {
  readonly scopeType: 'entity' | 'cluster';
  readonly scopeRef: string;
  readonly values: PostureValues;
}

/** An entity that a roll-up has to take in, with what was read of it. */
export interface DueEntity {
  readonly entityRef: string;
  /** Undefined where the entity is gone. */
  readonly record?: EntityPostureRecord;
  readonly exempted: readonly ExemptedFailRecord[];
}

/** What of the roll-ups is to be made anew. */
export type RollupExtent = 'due' | 'unjudged' | 'all';

/** Keeps the postures of entities and clusters summed up. Every method may be called again after it was interrupted. */
export interface RollupStore {
  /** Clusters by name, gone ones left out. */
  listClusters(): Promise<readonly ClusterRecord[]>;
  /**
   * Entities whose roll-up has something to take in: those marked, those whose parts a published sweep has changed,
   * and those of whose exemptions one is over; some at a time. `unjudged` adds those without a posture, `all` every entity.
   */
  listDue(
    extent: RollupExtent,
    now: number,
  ): AsyncIterable<readonly DueEntity[]>;
  /** Writes the postures that differ, with the row of the day, and deletes those of entities that are gone. */
  save(
    postures: readonly ScopePosture[],
    goneEntities: readonly string[],
    now: number,
  ): Promise<void>;
  /** What each cluster adds to its own posture, with its workloads. */
  listClusterParts(now: number): Promise<readonly ClusterPart[]>;
  /** Remembers up to which sweep of each cluster the roll-ups have taken all in. */
  saveRolled(rolled: ReadonlyMap<string, number>): Promise<void>;
}

/** What the own posture of a cluster is made of, as published. */
export interface ClusterPart {
  readonly cluster: string;
  /** One for each profile that it was judged by. */
  readonly parts: readonly PosturePart[];
  readonly workloads: number;
  readonly ownedWorkloads: number;
  readonly exempted: readonly ExemptedFailRecord[];
}
