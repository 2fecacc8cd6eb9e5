import { EntityFacts, Finding } from 'security-posture-engine';
import { CatalogEntity } from '../resolve/CatalogEntity';
import { CatalogScope } from '../resolve/CatalogScope';
import { OwnerIndex, OwnerLink } from '../resolve/OwnerIndex';
import { EntityLinks } from '../resolve/joinCluster';
import { MappedEntity } from '../resolve/mapEntity';
import { StoredSubject } from '../resolve/SubjectIndex';
import { PartChange } from './SweepStore';

/** A stored workload with what judging it for its owners needs. */
export interface OwnedSubject {
  readonly id: number;
  readonly key: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly facts: string;
  /** As published. */
  readonly outcomes: string;
  readonly owners: readonly EntityFacts[];
}

/** The findings of a few controls on a workload, judged for its owners. */
export interface OwnerJudgement {
  readonly subject: OwnedSubject;
  readonly findings: readonly Finding[];
  /** Controls that a gap of the whole cluster answers for: no row of their own. */
  readonly inGap: ReadonlySet<string>;
}

/** The outcomes of one stored subject, as published. */
export interface SubjectOutcomes {
  readonly key: string;
  readonly outcomes: string;
}

/** An entity with its own scopes. */
export type ScopedEntity = Pick<CatalogEntity, 'entityRef' | 'scopes'>;

/** What became of a listing of the catalog. */
export interface SavedListing {
  /** What the listing lacks and is kept nevertheless: more than a fifth of all went at once. */
  readonly keptMissing: number;
}

/** How far the sweeps of a cluster are. */
export interface ClusterSweepState {
  readonly cluster: string;
  /** Number of the last published sweep that changed a subject; 0 before the first. */
  readonly changed: number;
  /** The controls that rest on reports of other tools and were ever judged there, as one text. */
  readonly reported: string;
  /** True while a sweep holds the cluster. */
  readonly isRunning: boolean;
}

/** A part of a resolve that went through. */
export interface EndedResolve {
  /** Of everything that it read. */
  readonly digest: string;
  /** Epoch milliseconds. */
  readonly endedAt: number;
}

/** Writes how entities are joined to subjects. Writes differences only. */
export interface ResolveStore {
  /** How far the sweeps of the clusters are that the kubernetes plugin lists, by name. */
  listSweepStates(): Promise<readonly ClusterSweepState[]>;
  /** The resolve of a cluster, or without one that of the catalog, that began last on any replica; undefined where it has not ended, or met another. */
  readLastResolve(cluster?: string): Promise<EndedResolve | undefined>;
  /** Notes that one begins, which ends what was known of the last. Returns its ticket. */
  beginResolve(cluster?: string): Promise<string>;
  /** Notes of what one was that has written everything; of nothing where another began meanwhile. */
  endResolve(
    ticket: string,
    resolve: EndedResolve,
    cluster?: string,
  ): Promise<void>;
  /** Published workloads of a cluster. */
  listStoredSubjects(cluster: string): Promise<readonly StoredSubject[]>;
  /** Ids of the published images and service accounts of a cluster, by key. */
  listUsedSubjects(cluster: string): Promise<ReadonlyMap<string, number>>;
  /** Writes entities that differ. Those that are missing get `gone_at`, unless more than a fifth of all would go at once: then none does. */
  saveEntities(
    listed: readonly MappedEntity[],
    now: number,
  ): Promise<SavedListing>;
  /**
   * Opens and ends links to the subjects of a cluster. `links` names every listed entity; one that is missing keeps its links
   * until it is gone. To be called after `saveEntities`.
   */
  saveClusterLinks(
    cluster: string,
    links: readonly EntityLinks[],
    now: number,
  ): Promise<void>;
  /** Ends the links to what is in clusters that the kubernetes plugin no longer lists, and forgets what their resolves were of: one that is listed again is resolved anew. */
  endLinksOfGoneClusters(now: number): Promise<void>;
  /**
   * Writes the groups, systems and domains, and which of them are above which entities, where that differs.
   * Scopes that are missing go, unless more than a fifth of all would go at once: then none does.
   * Entities that are missing and kept stay in their scopes. To be called after `saveEntities`.
   */
  saveScopes(
    scopes: readonly CatalogScope[],
    entities: readonly ScopedEntity[],
  ): Promise<SavedListing>;
  /** Controls that rest on reports of other tools and that were ever judged on a cluster. */
  readReportedControls(cluster: string): Promise<readonly string[]>;
  /** Who owns the workloads of a cluster, by entity ref. */
  listOwners(cluster: string): Promise<readonly OwnerLink[]>;
  /** Published workloads of a cluster that were judged for other owners than these, or before the tags of these changed. */
  listMisjudged(
    cluster: string,
    owners: OwnerIndex,
  ): Promise<readonly OwnedSubject[]>;
  /**
   * Replaces the findings of a few controls on subjects of a cluster, under the number that is published.
   * A subject that a running sweep has written or closed already is left to the next resolve.
   */
  saveEntityFindings(
    cluster: string,
    judgements: readonly OwnerJudgement[],
    now: number,
  ): Promise<void>;
  /** The outcomes of the published workloads, images and service accounts of a cluster, some at a time. */
  listOutcomes(cluster: string): AsyncIterable<readonly SubjectOutcomes[]>;
  /** Writes the parts of a cluster that differ, under the number that is published. Parts that a running sweep has written are left to it. */
  saveClusterParts(
    cluster: string,
    parts: readonly PartChange[],
    library: string,
    now: number,
  ): Promise<void>;
}
