import {
  CoverageResponse,
  FailingEntity,
  ResourceView,
  SuggestedOwner,
} from 'backstage-plugin-security-posture-common';
import { ReadinessTerms } from './operations/readinessSql';
import { Visibility } from './operations/visibleRefs';

/** A page of the entities that fail a control. */
export interface ControlEntitiesQuery extends ReadinessTerms {
  readonly control: string;
  readonly visibility: Visibility;
  readonly offset: number;
  readonly limit: number;
}

/** The entities that fail a control, with the numbers of all pages. */
export interface ControlEntities {
  readonly items: readonly FailingEntity[];
  readonly total: number;
  readonly subjects: number;
  readonly exempted: number;
  readonly partial: boolean;
}

/** How much is looked at, without what clusters say of themselves. */
export type CoverageNumbers = Omit<CoverageResponse, 'clusters'>;

/** Which workloads that belong to no entity to read. */
export interface UnownedQuery {
  readonly cluster?: string;
  readonly namespace?: string;
  readonly offset: number;
  readonly limit: number;
}

/** A workload that belongs to no entity. */
export interface UnownedRecord extends ResourceView {
  readonly suggestedOwner?: SuggestedOwner;
}

/** What one cluster has found of a control. */
export interface ControlFindings {
  readonly failing: number;
  readonly notEvaluated: number;
}

/** What is open in one cluster. */
export interface ClusterFindings {
  readonly workloads: number;
  /** By control. */
  readonly controls: ReadonlyMap<string, ControlFindings>;
}

/** Reads what was looked at, what was not, and who fails what. */
export interface CoverageReader {
  /** Most subjects first. */
  listControlEntities(query: ControlEntitiesQuery): Promise<ControlEntities>;
  readCoverage(
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<CoverageNumbers>;
  /** By cluster, namespace, kind and name; owners are suggested among what the caller may see. */
  listUnowned(
    query: UnownedQuery,
    visibility: Visibility,
  ): Promise<{
    readonly items: readonly UnownedRecord[];
    readonly total: number;
  }>;
  /** What is open in these clusters, as published. */
  countFindings(
    clusters: readonly string[],
  ): Promise<ReadonlyMap<string, ClusterFindings>>;
}
