import {
  BlockingCounts,
  EntityOrder,
  EvidenceState,
  PostureState,
  Readiness,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { ReadinessTerms } from './operations/readinessSql';
import { Visibility } from './operations/visibleRefs';

/** Which entities to keep. */
export interface EntityFilter {
  readonly readiness?: readonly Readiness[];
  /** Part of a name or title, in any case. */
  readonly search?: string;
  /** Full refs in lower case: what it owns or holds itself, and what is below it. */
  readonly owner?: string;
  readonly system?: string;
  /** In any case. */
  readonly lifecycle?: string;
  /** Id of a control: only those on which it fails and is not exempted. */
  readonly control?: string;
  /** Only those of which this is known. */
  readonly evidence?: readonly EvidenceState[];
}

/** A page of the entities that a caller may see. */
export interface EntityListQuery extends ReadinessTerms {
  readonly visibility: Visibility;
  readonly filter: EntityFilter;
  readonly order: EntityOrder;
  readonly offset: number;
  readonly limit: number;
}

/** The posture of one entity, as lists show it. */
export interface ListedEntity {
  readonly entityRef: string;
  readonly title?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly lifecycle?: string;
  readonly state: PostureState;
  readonly readiness: Readiness;
  readonly raw: number | null;
  readonly effective: number | null;
  readonly coverage: number | null;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  readonly workloads: number;
  /** Names of the clusters that it may run in. */
  readonly clusters: readonly string[];
}

/** The posture of one entity, with the controls that pass. */
export interface EntityFacts extends ListedEntity {
  /** Ids of the controls that were judged on all that they apply to and fail nowhere, exempted fails taken as passes. */
  readonly passing: readonly string[];
}

/** The numbers of all entities that a caller may see. */
export interface OrganisationNumbers {
  readonly entities: Readonly<
    Record<'total' | 'ready' | 'notReady' | 'unknown' | 'noPosture', number>
  >;
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  /** Workloads that were swept, and those of them that belong to an entity. For a caller who sees less than all, both are those of what is seen. */
  readonly workloads: { readonly swept: number; readonly owned: number };
  /** True where the caller does not see all entities. */
  readonly partial: boolean;
}

/** Reads the postures of many entities from their roll-ups. */
export interface OrganisationReader {
  listEntityPostures(query: EntityListQuery): Promise<{
    readonly items: readonly ListedEntity[];
    readonly total: number;
    readonly partial: boolean;
  }>;
  /** Of these entities those that have a posture, in no order. */
  listEntityFacts(
    entityRefs: ReadonlySet<string>,
    terms: ReadinessTerms,
  ): Promise<readonly EntityFacts[]>;
  summarise(
    visibility: Visibility,
    terms: ReadinessTerms,
  ): Promise<OrganisationNumbers>;
}
