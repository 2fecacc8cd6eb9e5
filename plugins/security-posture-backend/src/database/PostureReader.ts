import { Outcome, Severity } from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  EntityRecord,
  ExemptedFailRecord,
  FindingRecord,
  GapRecord,
  ScanRecord,
  SweepRecord,
} from './records';

/** Which open findings to read. Empty lists select nothing; absent ones do not filter. */
export interface FindingsFilter {
  readonly entityRef: string;
  readonly outcomes?: readonly Extract<Outcome, 'fail' | 'notEvaluated'>[];
  readonly severities?: readonly Severity[];
  readonly controls?: readonly string[];
  readonly clusters?: readonly string[];
  /** Only findings that an approved exemption covers at a moment for the entity, or only the others. */
  readonly exempted?: { readonly is: boolean; readonly at: number };
  /** Consequences last within their severity; gravest first, then control, cluster, kind, namespace, name. */
  readonly offset: number;
  readonly limit: number;
}

/** A page of findings, and how many there are over all pages. */
export interface FindingsPage {
  readonly items: readonly FindingRecord[];
  readonly total: number;
  /** Those of severity info. */
  readonly notes: number;
}

/** Reads what is published: of a sweep that has not ended, no method shows anything but how far it is. */
export interface PostureReader {
  /** Clusters by name, gone ones left out. */
  listClusters(): Promise<readonly ClusterRecord[]>;
  getCluster(name: string): Promise<ClusterRecord | undefined>;
  /** One that the kubernetes plugin no longer lists, as long as it is remembered. */
  getGoneCluster(name: string): Promise<ClusterRecord | undefined>;
  /** Number of live workloads by cluster. */
  countSubjects(): Promise<ReadonlyMap<string, number>>;
  /** The last sweep of a cluster, running or not. */
  getLastSweep(cluster: string): Promise<SweepRecord | undefined>;
  listLastSweeps(): Promise<ReadonlyMap<string, SweepRecord>>;
  getEntity(entityRef: string): Promise<EntityPostureRecord | undefined>;
  /** All entities by ref. */
  listStoredEntities(): Promise<
    readonly Pick<EntityRecord, 'entityRef' | 'kind' | 'uid'>[]
  >;
  /** All entities with the parts of their postures. */
  listEntities(): Promise<readonly EntityPostureRecord[]>;
  listFindings(filter: FindingsFilter): Promise<FindingsPage>;
  /** Open failing findings of these controls on an entity, all of them, for Fix first. */
  listFailing(
    entityRef: string,
    controls: readonly string[],
  ): Promise<readonly FindingRecord[]>;
  /** Open fails of an entity that approved exemptions cover at this moment. */
  listExemptedFails(
    entityRef: string,
    now: number,
  ): Promise<readonly ExemptedFailRecord[]>;
  /** The newest published episode of a key, open or closed, with the entities that own its subject. */
  getFinding(key: string): Promise<
    | {
        readonly finding: FindingRecord;
        readonly entityRefs: readonly string[];
      }
    | undefined
  >;
  /** Gaps of these clusters that were open at a time, in epoch milliseconds; without a time those of now. */
  listGaps(
    clusters: readonly string[],
    at?: number,
  ): Promise<readonly GapRecord[]>;
  getScan(id: string): Promise<ScanRecord | undefined>;
}

/** Takes scan requests. */
export interface ScanRequests {
  /** Records a request for these clusters and answers with its id. */
  createScan(request: {
    readonly clusters: readonly string[];
    readonly entityRef?: string;
    readonly requestedBy: string;
    readonly now: number;
  }): Promise<string>;
}
