import {
  ControlCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import {
  DescribedBinding,
  DescribedCluster,
  DescribedNamespace,
  DescribedNode,
  SubjectType,
} from 'security-posture-engine';
import { DecodedOutcome } from './outcomes';
import { Visibility } from './operations/visibleRefs';
import {
  ExemptedFailRecord,
  FindingRecord,
  PosturePart,
  SweepRecord,
} from './records';

/** The posture of a cluster now. Scores are 0 to 100, coverage 0 to 1. */
export interface ClusterPostureRecord {
  readonly profile: string;
  readonly library: string;
  readonly raw: number | null;
  readonly effective: number | null;
  readonly coverage: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly controls: ControlCounts;
}

/** What a cluster adds to its own posture, and what of that approved exemptions cover now. */
export interface ClusterTallies {
  readonly cluster: string;
  readonly parts: readonly PosturePart[];
  readonly exempted: readonly ExemptedFailRecord[];
}

/** A subject that a cluster answers for, as published. */
export interface ClusterSubjectRecord<Facts> {
  readonly name: string;
  readonly facts: Facts;
  readonly outcomes: readonly DecodedOutcome[];
}

/** An object by its name. */
export type NamedSubject = FindingRecord['subject'];

/** An entity with workloads in a namespace. */
export interface NamespaceService {
  readonly entityRef: string;
  readonly title?: string;
}

/** How many findings opened and closed with a sweep. */
export interface SweepEpisodes {
  readonly opened: number;
  readonly closed: number;
}

/** Where a page of sweeps ends: the last one's begin, in epoch milliseconds, and its id. */
export interface SweepPosition {
  readonly startedAt: number;
  readonly id: string;
}

/** Reads what pages on clusters show beside their state. */
export interface ClusterDetailsReader {
  /** Postures of clusters by name; those of which nothing was judged are left out. */
  listClusterPostures(): Promise<ReadonlyMap<string, ClusterPostureRecord>>;
  /** Sweeps of a cluster, newest first, beginning behind a position. */
  listSweeps(
    cluster: string,
    page: { readonly after?: SweepPosition; readonly limit: number },
  ): Promise<readonly SweepRecord[]>;
  /** How many findings opened and closed with each of these published sweeps of a cluster. */
  countEpisodes(
    cluster: string,
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, SweepEpisodes>>;
  /** What each of these clusters shows of itself, by name. */
  listClusterSubjects(
    clusters: readonly string[],
  ): Promise<ReadonlyMap<string, ClusterSubjectRecord<DescribedCluster>>>;
  listNamespaces(
    cluster: string,
  ): Promise<readonly ClusterSubjectRecord<DescribedNamespace>[]>;
  listNodes(
    cluster: string,
  ): Promise<readonly ClusterSubjectRecord<DescribedNode>[]>;
  /** What these bindings give, by the keys that `bindingKey` makes of them. */
  listBindings(
    cluster: string,
    bindings: readonly NamedSubject[],
  ): Promise<ReadonlyMap<string, DescribedBinding>>;
  /** How many subjects of each type are there. */
  countByType(cluster: string): Promise<ReadonlyMap<SubjectType, number>>;
  /** On how many subjects some of these controls fail, exempted or not. */
  countFailingSubjects(
    cluster: string,
    controls: readonly string[],
  ): Promise<number>;
  /** What each of these clusters adds to its own posture. */
  listClusterTallies(
    clusters: readonly string[],
    now: number,
  ): Promise<readonly ClusterTallies[]>;
  /** How many entities with workloads in a cluster a caller may see. */
  countServices(cluster: string, visibility: Visibility): Promise<number>;
  /** The entities with workloads in each namespace, as far as a caller may see them. */
  listNamespaceServices(
    cluster: string,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, readonly NamespaceService[]>>;
}
