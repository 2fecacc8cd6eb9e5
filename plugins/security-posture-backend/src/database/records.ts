import {
  ReasonCode,
  ControlTallies,
  ExemptedFail,
  Severity,
  Violation,
} from 'security-posture-engine';

/** A cluster as the store knows it. Times are epoch milliseconds. */
export interface ClusterRecord {
  readonly name: string;
  readonly title?: string;
  readonly authProvider: string;
  readonly version?: string;
  readonly production: boolean;
  readonly state:
    | 'scanned'
    | 'neverScanned'
    | 'unreachable'
    | 'needsUserCredentials';
  readonly reason?: ReasonCode;
  readonly failingSince?: number;
  /** Number of the last published sweep; 0 before the first. */
  readonly sweepNo: number;
  /** End of the last complete sweep: one that read every kind of workload. */
  readonly lastSuccessAt?: number;
  /** Set where the kubernetes plugin no longer lists it. */
  readonly goneAt?: number;
}

/** What one list of a sweep brought, or why it brought nothing. */
export interface SweepList {
  readonly resource: string;
  readonly objects?: number;
  readonly reason?: ReasonCode;
}

/** How far a sweep is. */
export interface SweepProgress {
  readonly listsRead: number;
  readonly listsTotal: number;
  readonly objectsRead: number;
}

export type SweepStatus = 'running' | 'complete' | 'partial' | 'failed';

/** A run of the sweep of a cluster. */
export interface SweepRecord {
  readonly id: string;
  readonly cluster: string;
  readonly number: number;
  readonly trigger: 'schedule' | 'request';
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly status: SweepStatus;
  readonly reason?: ReasonCode;
  readonly progress: SweepProgress;
  /** Empty while it runs. */
  readonly lists: readonly SweepList[];
}

/** A scan that somebody asked for, with the sweeps that answer it. */
export interface ScanRecord {
  readonly id: string;
  readonly entityRef?: string;
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly clusters: readonly {
    readonly cluster: string;
    readonly sweep?: SweepRecord;
  }[];
}

/** What finds the workloads of an entity. */
export interface MappingQuery {
  readonly labelSelector: string;
  readonly from: 'label-selector' | 'kubernetes-id' | 'name';
  readonly namespace?: string;
  /** Clusters that the service locator allows. */
  readonly clusters: readonly string[];
  readonly clustersFrom: 'all' | 'annotation' | 'relation';
}

/** How an entity is joined to workloads. Kept as JSON; rewritten by every resolve in which it differs. */
export interface EntityMapping {
  /** True where an annotation asks for workloads. */
  readonly annotated: boolean;
  /** Absent until the entity is resolved. */
  readonly query?: MappingQuery;
  /** What is wrong with the selector, where it cannot be read. */
  readonly problem?: string;
}

/** A catalog entity as the store knows it. */
export interface EntityRecord {
  readonly entityRef: string;
  readonly uid?: string;
  readonly kind: string;
  readonly title?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly lifecycle?: string;
  readonly type?: string;
  readonly tags: readonly string[];
  readonly mapping: EntityMapping;
}

/** What one cluster adds to an entity's posture, as published. */
export interface PosturePart {
  readonly cluster: string;
  readonly profile: string;
  readonly subjects: number;
  readonly tallies: ControlTallies;
  readonly library: string;
}

/** An open fail of an entity that an approved exemption covers now. */
export interface ExemptedFailRecord extends ExemptedFail {
  readonly cluster: string;
  readonly findingKey: string;
  readonly exemptionId: string;
  /** Epoch milliseconds: from then on it is exempted no more. */
  readonly until: number;
}

/** An entity with the parts of its posture. */
export interface EntityPostureRecord extends EntityRecord {
  readonly parts: readonly PosturePart[];
  /** False where no exemption of any state can concern it, so that none needs to be looked for. */
  readonly mayBeExempted?: boolean;
  /** Id of the newest scan that was asked for on its behalf and is not answered yet. */
  readonly openScan?: string;
}

/** An open finding as published. */
export interface FindingRecord {
  readonly key: string;
  readonly control: string;
  readonly cluster: string;
  readonly subject: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
    /** Of an image: a reference by which a workload asks for it. */
    readonly title?: string;
  };
  readonly outcome: 'fail' | 'notEvaluated';
  readonly reason?: ReasonCode;
  readonly note?: string;
  readonly severity: Severity;
  readonly violations: readonly Violation[];
  readonly consequenceOf?: string;
  readonly patchProven?: boolean;
  readonly staleSince?: number;
  readonly openSince: number;
  /** Set where the finding is closed. */
  readonly closedAt?: number;
  readonly closedBecause?: string;
}

/** A control that could not be judged on a whole cluster. */
export interface GapRecord {
  readonly cluster: string;
  readonly control: string;
  readonly reason: ReasonCode;
  readonly since: number;
}
