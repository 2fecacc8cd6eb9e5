import type { ReasonCode } from 'security-posture-engine';
import { ClusterPosture } from './clusters';
import {
  BlockingCounts,
  ClusterFreshness,
  ClusterState,
  PostureState,
  Readiness,
  ScoreView,
  SeverityCounts,
} from './posture';

/** One row of the organisation's list. */
export interface EntityRow {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  state: PostureState;
  readiness: Readiness;
  /** With exempted findings taken as passes. */
  score: ScoreView;
  /** With exempted findings counted like any other. */
  raw: ScoreView;
  /** Over all its clusters; exempted ones left out. */
  open: SeverityCounts;
  /** Failing findings that an approved exemption covers. */
  exempted: SeverityCounts;
  /** Of these, what counts for readiness. */
  blocking: BlockingCounts;
  workloads: number;
  /** ISO time of the oldest last complete sweep among its clusters that had one. */
  lastSuccessAt?: string;
  /** Those of its clusters of which nothing, or nothing fresh, is known. */
  staleClusters: StaleCluster[];
}

/** A cluster in which an entity may run and that does not tell how it stands now. Without a `lastSuccessAt` it never did. */
export type StaleCluster = Pick<
  ClusterFreshness,
  'cluster' | 'title' | 'state' | 'lastSuccessAt'
>;

/** A page of entities, worst first unless asked otherwise. */
export interface EntitiesResponse {
  items: EntityRow[];
  /** Over all pages, of what the caller may see. */
  total: number;
  nextCursor?: string;
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}

/** Orders of the organisation's list. */
export type EntityOrder = 'worst' | 'name' | 'score' | 'critical' | 'freshness';

/** The organisation in numbers, over what the caller may see. */
export interface SummaryResponse {
  entities: {
    total: number;
    ready: number;
    notReady: number;
    unknown: number;
    noPosture: number;
  };
  /** Exempted ones left out. */
  open: SeverityCounts;
  exempted: SeverityCounts;
  /** Of the open ones, what counts for readiness. */
  blocking: BlockingCounts;
  workloads: { swept: number; owned: number };
  clusters: { total: number; answering: number };
  partial: boolean;
}

/** A line of releases, and how long it is supported. */
export interface RunningLineView {
  /** `1.33` of Kubernetes, `containerd 2.2`, `Amazon Linux 2023`. */
  name: string;
  /** Absent where the table of support dates does not have it. `ending`: within 60 days. */
  support?: {
    state: 'supported' | 'ending' | 'extended' | 'ended';
    /** The last UTC day, where there is one. */
    ends?: string;
  };
}

/** One cluster. */
export interface ClusterView {
  name: string;
  title?: string;
  production: boolean;
  state: ClusterState;
  reason?: ReasonCode;
  authProvider: string;
  /** As the API server says it: `v1.35.8`. */
  kubernetesVersion?: string;
  /** Its line of releases, with the support of the provider or of Kubernetes. */
  kubernetes?: RunningLineView;
  /** The distribution or managed service that it positively shows itself to be. */
  provider?: string;
  workloads: number;
  /** ISO times. */
  lastSuccessAt?: string;
  failingSince?: string;
  /** Since when the kubernetes plugin no longer lists it: nothing of it counts any more. */
  goneAt?: string;
  lastSweep?: SweepView;
  /** Absent where nothing of it was judged yet. */
  posture?: ClusterPosture;
}

/** One sweep of a cluster. */
export interface SweepView {
  number: number;
  /** ISO times. */
  startedAt: string;
  finishedAt?: string;
  /** `partial`: published, but some kind of workload could not be read. */
  status: 'running' | 'complete' | 'partial' | 'failed';
  /** Why it is partial or failed. */
  reason?: ReasonCode;
  lists: SweepListView[];
}

/** One list of a sweep: how much it brought, or why it brought nothing. */
export interface SweepListView {
  resource: string;
  objects?: number;
  reason?: ReasonCode;
}

/** All clusters that the caller may see, by name. */
export interface ClustersResponse {
  items: ClusterView[];
}
