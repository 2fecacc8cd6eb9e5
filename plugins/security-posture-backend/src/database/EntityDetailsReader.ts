import { AccountFacts } from '../sweep/accountFacts';
import { SubjectFacts } from '../sweep/subjectFacts';
import { PageOf, WorkloadRecord } from './HistoryReader';
import { DecodedOutcome } from './outcomes';
import { FindingRecord } from './records';

/** A workload of an entity, as published. */
export interface EntityWorkload extends WorkloadRecord {
  readonly key: string;
  readonly facts: SubjectFacts;
  readonly outcomes: readonly DecodedOutcome[];
  /** Epoch milliseconds. */
  readonly firstSeenAt: number;
}

/** A service account that workloads of an entity use, with what is found on it. */
export interface EntityAccount extends WorkloadRecord {
  readonly key: string;
  /** Undefined until it is judged anew after an upgrade. */
  readonly facts?: AccountFacts;
  readonly findings: readonly FindingRecord[];
}

/** A workload that bears the name of an entity. */
export interface Namesake {
  readonly cluster: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Reads what belongs to one entity, or could. */
export interface EntityDetailsReader {
  /** Workloads by cluster, namespace and name. */
  listWorkloads(
    entityRef: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<PageOf<EntityWorkload>>;
  /** Service accounts by cluster, namespace and name; at most `limit`. */
  listAccounts(
    entityRef: string,
    limit: number,
  ): Promise<PageOf<EntityAccount>>;
  /** Workloads of a name that belong to no entity, the oldest first; at most `limit`. */
  listNamesakes(name: string, limit: number): Promise<readonly Namesake[]>;
  /** Number of the workloads of a cluster by namespace; those without one by an empty name. */
  countWorkloads(cluster: string): Promise<ReadonlyMap<string, number>>;
}
